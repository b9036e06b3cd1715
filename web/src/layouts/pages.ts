import type { WordKey } from "@gongzhi/shared/i18n";
import type { IconName } from "@gongzhi/shared/design";

interface Page {
  readonly to: string;
  readonly words: WordKey;
  /** Where there is little room. */
  readonly short: WordKey;
  readonly icon: IconName;
}

/** The pages every resident finds from everywhere. */
export const pages: readonly Page[] = [
  { to: "/", words: "nav.home", short: "nav.home", icon: "home" },
  { to: "/cases", words: "nav.cases", short: "nav.cases", icon: "list" },
  { to: "/report", words: "nav.report", short: "nav.reportShort", icon: "plus" },
  { to: "/mine", words: "nav.mine", short: "nav.mine", icon: "person" },
];
