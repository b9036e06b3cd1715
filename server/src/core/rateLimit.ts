const MINUTE_MS = 60_000;
/** Callers remembered by one limit; far above what a minute brings, so memory stays bounded under attack. */
const MAX_CALLERS = 50_000;

/** Says whether this caller may go on. */
export type RateLimit = (caller: string, now: Date) => boolean;

/**
 * At most `calls` a minute from one caller, as a bucket that fills up again evenly: a burst may use the whole
 * minute's allowance at once. It counts in this process only.
 */
export function perMinute(calls: number): RateLimit {
  // The moment at which the caller's bucket is full again: all there is to know about a bucket.
  const fullAt = new Map<string, number>();
  const each = MINUTE_MS / calls;

  function forgetFull(now: number): void {
    for (const [caller, at] of fullAt) if (at <= now) fullAt.delete(caller);
    // Still too many: forget those longest known. They lose their debt, we keep our memory.
    for (const caller of fullAt.keys()) {
      if (fullAt.size < MAX_CALLERS) break;
      fullAt.delete(caller);
    }
  }

  return (caller, at) => {
    const now = at.getTime();
    const next = Math.max(fullAt.get(caller) ?? 0, now) + each;
    if (next > now + MINUTE_MS) return false;
    if (fullAt.size >= MAX_CALLERS && !fullAt.has(caller)) forgetFull(now);
    fullAt.set(caller, next);
    return true;
  };
}

/** The name a network address is counted under: an IPv6 household has a whole /64 to itself. */
export function networkOf(address: string): string {
  if (address.startsWith("::ffff:")) return address.slice(7);
  return address.includes(":") ? `${address.split(":").slice(0, 4).join(":")}::/64` : address;
}
