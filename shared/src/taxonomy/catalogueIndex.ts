import { everydayWords } from "./everydayWords.ts";
import type { EventType } from "./model.ts";
import { simplify } from "./simplify.ts";

/** An event type as far as finding it by words needs it. */
export type NamedType = Pick<EventType, "code" | "nameZh" | "nameEn" | "aliases"> & {
  readonly disambiguateWith?: readonly string[] | undefined;
};

/** An event type's alias, and the place where it is used if it is not used everywhere. */
export interface LocalName {
  readonly code: string;
  readonly locality: string | undefined;
}

/** A name, alias or everyday word that stands for one or more event types. */
export interface Term {
  /** As words are compared (`strip`). */
  readonly text: string;
  readonly official: boolean;
  readonly codes: readonly string[];
  /** What it is compared by where only part of it stands in a text. */
  readonly pairs: readonly string[];
}

/** The catalogue prepared for looking words up; make it once per version of the catalogue. */
export interface CatalogueIndex {
  readonly questions: ReadonlyMap<string, readonly string[]>;
  readonly names: ReadonlyMap<string, string>;
  readonly aliases: ReadonlyMap<string, readonly LocalName[]>;
  /** Every term by its own text. */
  readonly terms: ReadonlyMap<string, Term>;
  /** The lengths of the terms that begin with these two characters, or are this one, longest first. */
  readonly lengths: ReadonlyMap<string, readonly number[]>;
  /** The official terms that hold a pair of characters. */
  readonly byPair: ReadonlyMap<string, readonly Term[]>;
  /** How telling a pair is: 1 if a single event type has it, falling to 0 if all have. */
  readonly weights: ReadonlyMap<string, number>;
}

/** A text as words are compared, and where each of its characters stood in the original. */
export interface Stripped {
  readonly text: string;
  readonly at: readonly number[];
}

const isLatin = (code: number) => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff;

/** Simplified text without spaces and signs; between English words one space stays. */
export function strip(original: string): Stripped {
  const simple = simplify(original);
  const kept: string[] = [];
  const at: number[] = [];
  let last = 0;
  let gap = false;
  for (let index = 0; index < simple.length; index += 1) {
    const code = simple.charCodeAt(index);
    if (!isLatin(code) && !isHan(code)) {
      gap = true;
      continue;
    }
    if (gap && isLatin(code) && isLatin(last)) {
      kept.push(" ");
      at.push(index);
    }
    kept.push(simple.charAt(index));
    at.push(index);
    last = code;
    gap = false;
  }
  return { text: kept.join(""), at };
}

/** The text of `strip` alone. */
export const bare = (original: string): string => strip(original).text;

/** What a text is compared by: pairs of Chinese characters, and whole English words of three letters or more. */
export function pairsOf(text: string): string[] {
  const pairs = new Set<string>(text.match(/[a-z]{3,}/g));
  for (let at = 0; at + 1 < text.length; at += 1) {
    if (isHan(text.charCodeAt(at)) && isHan(text.charCodeAt(at + 1))) pairs.add(text.slice(at, at + 2));
  }
  return [...pairs];
}

/** Adds to the list a map keeps under a key. */
function add<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Prepares event types for `resolveEvent`. Retired types should not be among them. */
export function catalogueIndex(
  types: readonly NamedType[],
  everyday: Readonly<Record<string, string>> = everydayWords,
): CatalogueIndex {
  const names = new Map<string, string>();
  const aliases = new Map<string, LocalName[]>();
  const officialCodes = new Map<string, string[]>();
  const everydayCodes = new Map<string, string[]>();
  const questions = new Map<string, readonly string[]>();
  for (const { code, nameZh, nameEn, aliases: known, disambiguateWith = [] } of types) {
    names.set(nameZh, code).set(nameEn, code);
    if (disambiguateWith.length > 0) questions.set(code, disambiguateWith);
    for (const { name, locality } of known) add(aliases, name, { code, locality });
    const spoken = (words: readonly string[]) => new Set(words.map(bare).filter((word) => word !== ""));
    for (const name of spoken([nameZh, nameEn, ...known.map((each) => each.name)]))
      add(officialCodes, name, code);
    for (const word of spoken((everyday[code] ?? "").split(" "))) add(everydayCodes, word, code);
  }

  const terms = new Map<string, Term>();
  for (const [text, codes] of everydayCodes) terms.set(text, { text, official: false, codes, pairs: [] });
  for (const [text, codes] of officialCodes)
    terms.set(text, { text, official: true, codes, pairs: pairsOf(text) });
  return { questions, names, aliases, terms, ...pairIndex(terms.values(), types.length) };
}

/** By what the terms are found inside a longer text. */
function pairIndex(
  terms: Iterable<Term>,
  types: number,
): Pick<CatalogueIndex, "lengths" | "byPair" | "weights"> {
  const lengths = new Map<string, number[]>();
  const byPair = new Map<string, Term[]>();
  for (const term of terms) {
    const start = term.text.slice(0, 2);
    if (!lengths.get(start)?.includes(term.text.length)) add(lengths, start, term.text.length);
    for (const pair of term.pairs) add(byPair, pair, term);
  }
  for (const each of lengths.values()) each.sort((left, right) => right - left);

  const most = Math.log(types + 1);
  const holders = (each: readonly Term[]) => new Set(each.flatMap(({ codes }) => codes)).size;
  const weights = new Map(
    [...byPair].map(([pair, each]) => [pair, 1 - Math.log(holders(each)) / most] as const),
  );
  return { lengths, byPair, weights };
}
