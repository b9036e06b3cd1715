import { z } from "zod";
import { CaseId } from "../core/index.ts";

/** What happened to cases; whoever needs more, the state included, asks the API, where permission is checked. */
export const caseEvents = {
  "case.reported": z.object({ caseId: CaseId, gridCode: z.string() }),
  "case.moved": z.object({ caseId: CaseId, revision: z.int(), gridCode: z.string() }),
};
