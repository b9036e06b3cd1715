import { dangerWords, harmlessPhrases, type DangerKind, type EmergencyNumber } from "./dangerWords.ts";
import { simplify } from "./simplify.ts";

export type { DangerKind, EmergencyNumber } from "./dangerWords.ts";

/** A danger that a text tells of: whom to call, the word that says so as it was written, and what it is. */
export interface Danger {
  readonly number: EmergencyNumber;
  readonly word: string;
  readonly kind: DangerKind;
}

const searches = dangerWords.map((entry) => ({
  ...entry,
  pattern: new RegExp([...entry.zh, ...entry.en.map((word) => `\\b(?:${word})\\b`)].join("|"), "g"),
}));
const harmless = new RegExp(
  harmlessPhrases.map((each) => (/^[a-z]/.test(each) ? `\\b${each}\\b` : each)).join("|"),
  "g",
);

/** Nobody was hurt or caught: 没有人受伤, 无人被困; a question (有没有) is no denial. */
const denied =
  /(?:^|[^有])(?:没有?|无|并未|未)(?:发生|造成|引起)?(?:人员?)?$|\b(?:no ?one|nobody|not|no) (?:was |were |is |are )?$/;
/** Fear of what may come: 怕引起火灾, 以防触电; but not 怕是着火了. */
const feared =
  /(?:(?:^|[^恐])怕(?!是)|担心|以防|以免|防止|避免|预防|容易|易|谨防|严防)[^，。！？；,.!?;\s]{0,4}$|\b(?:fear of|afraid of|in case of|risk of|prevent|cause) (?:an? |the )?$/;

/** Kinds in which a denial may be believed. In all others only a person decides. */
const deniable: readonly DangerKind[] = ["trapped", "medical"];

/**
 * The most urgent danger to life a text tells of, or null. It rather alarms too often than once too little: what is
 * long past still alarms, and words of fear or denial count only where what is really happening has words of its own.
 */
export function dangerIn(text: string): Danger | null {
  const simple = simplify(text).replace(harmless, (phrase) => " ".repeat(phrase.length));
  for (const { kind, number, pattern, onlyWhenReal } of searches) {
    for (const match of simple.matchAll(pattern)) {
      const before = simple.slice(0, match.index);
      const after = simple.charAt(match.index + match[0].length);
      const real = after === "了" || !feared.test(before);
      if (onlyWhenReal && (!real || denied.test(before))) continue;
      if (deniable.includes(kind) && denied.test(before)) continue;
      return { number, kind, word: text.slice(match.index, match.index + match[0].length) };
    }
  }
  return null;
}
