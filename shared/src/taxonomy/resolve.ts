import { bare, pairsOf, strip, type CatalogueIndex, type LocalName, type Term } from "./catalogueIndex.ts";

export { everydayWords } from "./everydayWords.ts";
export { answerNoiseSource, noiseSources, type NoiseSource } from "./noiseSource.ts";
export { catalogueIndex, type CatalogueIndex, type NamedType } from "./catalogueIndex.ts";

/** By which step of the rule a text was understood (DOMAIN section 3.1). */
export type MatchKind = "name" | "alias" | "normalised" | "contained" | "similar" | "none";

/** An event type the text may mean; `because` is the piece of the text that says so. */
export interface Suggestion {
  readonly code: string;
  /** 1 is certain. */
  readonly score: number;
  readonly because: string;
}

/** What a text was understood as: up to three event types, best first; none means `OTHER_EVENT`. */
export interface Resolution {
  readonly matched: MatchKind;
  readonly suggestions: readonly Suggestion[];
  /** The event types between which one question decides, the first suggestion in front. */
  readonly ask: { readonly candidates: readonly string[] } | null;
}

const MOST_SUGGESTIONS = 3;
const LEAST_OVERLAP = 0.5;

/** A term found in a text, from one of its characters to another. */
interface Occurrence {
  readonly term: Term;
  readonly from: number;
  readonly to: number;
}

/** Every term that stands in the text, without those that are only part of a longer one there. */
function termsIn(text: string, { terms, lengths }: CatalogueIndex): Occurrence[] {
  const found: Occurrence[] = [];
  for (let from = 0; from < text.length; from += 1) {
    const begun = [
      ...(lengths.get(text.slice(from, from + 2)) ?? []),
      ...(lengths.get(text.charAt(from)) ?? []),
    ];
    for (const length of begun) {
      const to = from + length;
      const term = terms.get(text.slice(from, to));
      if (term && to <= text.length && standsAlone(text, from, to)) found.push({ term, from, to });
    }
  }
  return found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one && other.from <= one.from && one.to <= other.to && length(other) > length(one),
      ),
  );
}

const length = ({ from, to }: Occurrence) => to - from;

/** English words are not found inside longer ones. */
function standsAlone(text: string, from: number, to: number): boolean {
  const joins = (at: number) => /^[a-z]{2}$/.test(text.slice(at - 1, at + 1));
  return !joins(from) && !joins(to);
}

/** How much a term says: longer ones more, official ones more, and shared ones less to each of their types. */
function strengthOf({ text, official, codes }: Term): number {
  const characters = /[a-z]/.test(text) ? text.length / 3 : text.length;
  return (Math.min(characters, 5) * 0.6 - 0.2) * (official ? 1.5 : 1) * codes.length ** -0.5;
}

const weigh = (pairs: readonly string[], { weights }: CatalogueIndex) =>
  pairs.reduce((sum, pair) => sum + (weights.get(pair) ?? 1), 0);

/** The official terms of which at least half is in the text, or in which at least half of the text is. */
function similarTerms(
  text: string,
  index: CatalogueIndex,
): { term: Term; overlap: number; shared: string[] }[] {
  const pairs = pairsOf(text);
  const shared = new Map<Term, string[]>();
  for (const pair of pairs) {
    for (const term of index.byPair.get(pair) ?? []) {
      const common = shared.get(term);
      if (common) common.push(pair);
      else shared.set(term, [pair]);
    }
  }
  const whole = weigh(pairs, index);
  return [...shared]
    .map(([term, common]) => {
      const least = Math.min(whole, weigh(term.pairs, index));
      return { term, shared: common, overlap: least > 0 ? weigh(common, index) / least : 0 };
    })
    .filter(({ overlap }) => overlap >= LEAST_OVERLAP);
}

interface Evidence {
  sum: number;
  similar: number;
  contained: boolean;
  best: number;
  from: number;
  to: number;
}

/** Finds event types in a sentence: by the terms standing in it, and by the terms half of which does. */
function readSentence(original: string, index: CatalogueIndex): Omit<Resolution, "ask"> {
  const { text, at } = strip(original);
  const evidence = new Map<string, Evidence>();
  const of = (code: string): Evidence => {
    const known = evidence.get(code) ?? { sum: 0, similar: 0, contained: false, best: 0, from: 0, to: 0 };
    evidence.set(code, known);
    return known;
  };
  const note = (each: Evidence, strength: number, from: number, to: number) => {
    if (strength > each.best) Object.assign(each, { best: strength, from, to });
  };

  const seen = new Set<Term>();
  for (const { term, from, to } of termsIn(text, index)) {
    if (seen.has(term)) continue;
    seen.add(term);
    const strength = strengthOf(term);
    for (const code of term.codes) {
      const each = of(code);
      each.sum += strength;
      each.contained = true;
      note(each, strength, from, to);
    }
  }
  for (const { term, overlap, shared } of similarTerms(text, index)) {
    if (seen.has(term)) continue;
    const strength = strengthOf(term) * overlap * 0.6;
    const from = Math.min(...shared.map((pair) => text.indexOf(pair)));
    const to = Math.max(...shared.map((pair) => text.indexOf(pair) + pair.length));
    for (const code of term.codes) {
      const each = of(code);
      each.similar = Math.max(each.similar, strength);
      // A stretch far longer than the term is two places of a long text, not one word.
      if (to - from <= term.text.length + 2) note(each, strength, from, to);
    }
  }

  const ranked = [...evidence]
    .map(([code, each]) => ({ code, each, total: each.sum + each.similar }))
    .sort((left, right) => right.total - left.total || (left.code < right.code ? -1 : 1))
    .slice(0, MOST_SUGGESTIONS);
  const [first] = ranked;
  if (!first) return { matched: "none", suggestions: [] };
  const piece = ({ from, to }: Evidence) => original.slice(at[from] ?? 0, (at[to - 1] ?? -1) + 1);
  return {
    matched: first.each.contained ? "contained" : "similar",
    suggestions: ranked.map(({ code, each, total }) => ({
      code,
      score: total / (total + 1.5),
      because: piece(each),
    })),
  };
}

/** The types that a local name stands for: those of the place if it is used there, else those of no place, else all. */
function ofLocality(known: readonly LocalName[], locality: string | undefined): string[] {
  const here = known.filter(
    (alias) =>
      locality && alias.locality && (alias.locality.includes(locality) || locality.includes(alias.locality)),
  );
  const anywhere = known.filter((alias) => alias.locality === undefined);
  const chosen = here.length ? here : anywhere.length ? anywhere : known;
  return [...new Set(chosen.map(({ code }) => code))];
}

/**
 * The event types that somebody's own words may mean.
 *
 * In this order: an exact standard name; an exact alias, that of the locality preferred; either of them in another
 * width, script or case, 噪音 being 噪声; a name, alias or everyday word inside a sentence; an overlap of at least a
 * half with a name or alias. Nothing found means `OTHER_EVENT`. If the best type carries a question (the source of a
 * noise), `ask` names the types it decides between.
 */
export function resolveEvent(text: string, index: CatalogueIndex, locality?: string): Resolution {
  const found = recognise(text.trim(), index, locality);
  const [first] = found.suggestions;
  const others = first && index.questions.get(first.code);
  return { ...found, ask: others ? { candidates: [first.code, ...others] } : null };
}

function recognise(
  text: string,
  index: CatalogueIndex,
  locality: string | undefined,
): Omit<Resolution, "ask"> {
  const certain = (matched: MatchKind, codes: readonly string[], score: number) => ({
    matched,
    suggestions: codes.slice(0, MOST_SUGGESTIONS).map((code) => ({ code, score, because: text })),
  });
  const name = index.names.get(text);
  if (name !== undefined) return certain("name", [name], 1);
  const alias = index.aliases.get(text);
  if (alias) return certain("alias", ofLocality(alias, locality), 1);
  const term = index.terms.get(bare(text));
  if (term?.official) return certain("normalised", term.codes, 0.98);
  return readSentence(text, index);
}
