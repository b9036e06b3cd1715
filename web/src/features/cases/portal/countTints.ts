const STEPS = 4;

/** How strongly each grid is coloured by its count: 0 for none, then up to 4, in equal steps of the largest count. */
export function countTints(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const largest = Math.max(1, ...counts.values());
  return new Map([...counts].map(([code, count]) => [code, Math.ceil((count * STEPS) / largest)]));
}
