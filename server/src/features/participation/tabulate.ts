import { AgeBand } from "@gongzhi/shared/accounts";
import { ELSEWHERE, suppressTogether, UNSAID, type Figures } from "@gongzhi/shared/participation";

/** What a resident said about themselves, as far as statistics need it. */
export interface Person {
  readonly communityCode: string | null;
  readonly ageBand: AgeBand | null;
}

/**
 * People as they may be published: by community and by age band, counts under five hidden in both tables together.
 * The rows are always the same, whoever came: a row that appears would say that somebody did.
 */
export function tabulate(
  people: readonly Person[],
  communities: readonly string[],
  hiddenBefore: ReadonlySet<string> = new Set(),
): Figures["takingPart"] {
  const here = new Set(communities);
  const home = ({ communityCode: code }: Person) =>
    code === null ? UNSAID : here.has(code) ? code : ELSEWHERE;
  const byHome = count([...communities, ELSEWHERE, UNSAID], people.map(home));
  const byAge = count(
    [...AgeBand.options, UNSAID],
    people.map(({ ageBand }) => ageBand ?? UNSAID),
  );

  const [byCommunity, byAgeBand] = suppressTogether([byHome, byAge], undefined, hiddenBefore);
  return {
    total: byCommunity?.total ?? null,
    byCommunity: byCommunity?.cells ?? [],
    byAgeBand: byAgeBand?.cells ?? [],
  };
}

function count(keys: readonly string[], values: readonly string[]) {
  const counts = new Map(keys.map((key) => [key, 0]));
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([key, total]) => ({ key, count: total }));
}
