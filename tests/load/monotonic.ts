/** Milliseconds on the machine's own clock, which every process of the bench reads alike. */
export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;
