import { useRegister } from "../divisions/registerStore.ts";
import { hasWords, type WordKey } from "../i18n/index.ts";
import { useWords } from "../i18n/useWords.ts";
import { useCatalogue } from "../taxonomy/catalogueStore.ts";
import { readableCaseNumber } from "./caseNumber.ts";
import { lightNow } from "./light.ts";
import type { CaseSummary, CaseView, TimelineView } from "./model.ts";

/** A case in words: what both front ends say about it, so that they say the same. */
export function useCaseWords() {
  const words = useWords();
  const { t } = words;
  const catalogue = useCatalogue();
  const register = useRegister();

  const typeName = (typeCode: string) => {
    const type = catalogue.type(typeCode);
    return type ? words.named(type) : typeCode;
  };
  const unitName = (code: string) => {
    const dept = catalogue.dept(code);
    return dept ? words.named(dept) : code;
  };

  /** The title, or the event's name where the title is still masked. */
  const title = (kase: Pick<CaseSummary, "title" | "typeCode">) =>
    kase.title || t("case.maskedTitle", { type: typeName(kase.typeCode) });

  /** Who acts next: the role, or the unit by its name. */
  const who = (next: NonNullable<CaseSummary["next"]>) =>
    next.unit ? unitName(next.unit) : t(`case.by.${next.who}`);

  /** Who has to act, said to the reader: one's own turn is said as such. */
  const acts = (next: NonNullable<CaseSummary["next"]>, own: boolean) =>
    own && next.who === "reporter" ? t("case.nextYou") : t("case.nextBy", { who: who(next) });

  /** `办结时限 03-13 18:00 · 还剩 2 天`, or null where nothing is due. */
  function due(next: CaseSummary["next"], now: Date): string | null {
    if (!next?.by) return null;
    return `${t(`case.due.${next.limit}`)} ${words.at(next.by)} · ${words.left(next.by, now)}`;
  }

  /** What happened, said by whom: `网格员 已受理`. */
  function happened(entry: TimelineView): string {
    const own = `case.done.${entry.move}.${entry.by}`;
    const key = hasWords(own) ? own : `case.done.${entry.move}`;
    const what = hasWords(key) ? t(key as WordKey) : entry.move;
    const actor = entry.mine ? t("case.you") : t(`case.by.${entry.by}`);
    const unit = entry.unit ? ` · ${unitName(entry.unit)}` : "";
    return `${actor} ${what}${unit}`;
  }

  /** What was asked about the event, and what was said. */
  const answers = (kase: Pick<CaseView, "answers">) =>
    Object.entries(kase.answers).map(([field, answer]) => {
      const question = `event.field.${field}`;
      const said = [`event.noise.${answer}`, `event.said.${answer}`].find(hasWords);
      return { question: hasWords(question) ? t(question) : field, said: said ? t(said) : answer };
    });

  /** How a closed case ended, in honest words. */
  const ending = (kase: Pick<CaseView, "closedBy">) =>
    t(kase.closedBy === "silence" ? "case.over.closedBySilence" : "case.over.closedByReporter");

  return {
    ...words,
    typeName,
    unitName,
    title,
    who,
    acts,
    answers,
    due,
    happened,
    ending,
    light: lightNow,
    place: (gridCode: string) => register.pathOf(gridCode),
    number: readableCaseNumber,
  };
}
