import type { CaseMove } from "@gongzhi/shared/cases";

/** What residents see of cases: one subpackage. */
export const portal = {
  root: "features/cases/portal",
  pages: ["list/index", "detail/index", "move/index"],
};

/** What workers do with cases: another one, which residents never load. */
export const workbench = { root: "features/cases/workbench", pages: ["handle/index"] };

/** All public cases. */
export const casesUrl = `/${portal.root}/list/index`;

/** A case as its reporter and the public see it. */
export const caseUrl = (caseId: string): string => `/${portal.root}/detail/index?id=${caseId}`;

/** A case as those see it who handle it. */
export const handleUrl = (caseId: string): string => `/${workbench.root}/handle/index?id=${caseId}`;

/** The form of one step of a case. */
export const moveUrl = (caseId: string, move: CaseMove): string =>
  `/${portal.root}/move/index?id=${caseId}&move=${move}`;
