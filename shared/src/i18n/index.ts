import * as accounts from "../accounts/messages.ts";
import * as attachments from "../attachments/messages.ts";
import * as cases from "../cases/messages.ts";
import * as workbench from "../cases/workbenchMessages.ts";
import * as divisions from "../divisions/messages.ts";
import * as participation from "../participation/messages.ts";
import * as taxonomy from "../taxonomy/messages.ts";
import * as frame from "./messages.ts";
import * as miniapp from "./miniappMessages.ts";
import type { Locale } from "../accounts/model.ts";

const zh = {
  ...frame.zh,
  ...accounts.zh,
  ...attachments.zh,
  ...cases.zh,
  ...workbench.zh,
  ...divisions.zh,
  ...participation.zh,
  ...taxonomy.zh,
  ...miniapp.zh,
};

/** The key of a text; a key without words in both languages does not compile. */
export type WordKey = keyof typeof zh;

const words: Record<Locale, Record<WordKey, string>> = {
  zh,
  en: {
    ...frame.en,
    ...accounts.en,
    ...attachments.en,
    ...cases.en,
    ...workbench.en,
    ...divisions.en,
    ...participation.en,
    ...taxonomy.en,
    ...miniapp.en,
  },
};

/** Whether a computed key has words. */
export const hasWords = (key: string): key is WordKey => Object.hasOwn(zh, key);

/** The text of a key, its `{gaps}` filled. */
export function say(
  locale: Locale,
  key: WordKey,
  gaps: Readonly<Record<string, string | number>> = {},
): string {
  return words[locale][key].replace(/\{(\w+)\}/g, (gap, name: string) =>
    name in gaps ? String(gaps[name]) : gap,
  );
}

/** The words for an error code; an unknown one reads as a failure of ours. */
export function sayError(locale: Locale, code: string): string {
  const key = `error.${code}`;
  return say(locale, hasWords(key) ? key : "error.server.failed");
}
