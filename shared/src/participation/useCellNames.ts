import { useRegister } from "../divisions/registerStore.ts";
import { hasWords } from "../i18n/index.ts";
import { useWords } from "../i18n/useWords.ts";
import { ELSEWHERE, UNSAID } from "./model.ts";

/** What the rows of the participation tables are called. */
export function useCellNames() {
  const { t } = useWords();
  const register = useRegister();

  function community(key: string): string {
    if (key === UNSAID) return t("figures.unsaid");
    return key === ELSEWHERE ? t("figures.elsewhere") : register.nameOf(key);
  }

  function age(key: string): string {
    const words = `account.age.${key}`;
    return hasWords(words) ? t(words) : t("figures.unsaid");
  }

  return { community, age };
}
