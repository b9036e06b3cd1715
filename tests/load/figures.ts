/** The value below which this part of the samples lies (nearest rank). */
export function percentile(samples: readonly number[], part: number): number {
  const sorted = Float64Array.from(samples).sort();
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle one, so that one disturbed round does not decide. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** How one round of the portal compares with the bare round right after it, in the middle of all such pairs. */
export const pairedRatio = (portal: readonly number[], bare: readonly number[]): number =>
  median(portal.map((value, at) => value / (bare[at] ?? Number.NaN)));
