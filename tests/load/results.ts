import type { Round } from "./bombard.ts";
import { median, pairedRatio, percentile } from "./figures.ts";
import type { Pushed } from "./halls.ts";
import type { Reading } from "./listing.ts";
import { short, table } from "./table.ts";

/** What one kind of request came to: the middle round, its spread, and the latency of all requests together. */
export function requestTable(contenders: Readonly<Record<string, readonly Round[]>>): string {
  const rows = Object.entries(contenders).map(([name, rounds]) => {
    const perSecond = rounds.map((round) => round.perSecond);
    const latencies = rounds.flatMap((round) => round.latencies);
    return [
      name,
      short(median(perSecond)),
      short(Math.min(...perSecond)),
      short(Math.max(...perSecond)),
      short(percentile(latencies, 0.5)),
      short(percentile(latencies, 0.99)),
    ];
  });
  return table([["", "per second", "least", "most", "p50 ms", "p99 ms"], ...rows]);
}

type PushedBy = Readonly<Record<"portal" | "bare", readonly Pushed[]>>;

/** What pushing came to, over the receipts of all rounds. */
export function pushTable({ portal, bare }: PushedBy): string {
  const row = (name: string, rounds: readonly Pushed[], of: keyof Pushed) => {
    const receipts = rounds.flatMap((round) => round[of]);
    return [
      name,
      ...[0.5, 0.99, 1].map((part) => short(percentile(receipts, part))),
      String(receipts.length),
    ];
  };
  return table([
    ["", "p50", "p99", "last", "receipts"],
    row("portal, from publication to receipt", portal, "fromPublication"),
    row("bare Socket.IO, the same", bare, "fromPublication"),
    row("portal, from the worker's move to receipt", portal, "fromRequest"),
  ]);
}

/** Everything that was measured of both sides. */
interface Results {
  readonly created: Readonly<Record<"portal" | "bare", readonly Round[]>>;
  readonly listed: Readonly<Record<Reading, readonly Round[]>>;
  readonly pushed: PushedBy;
}

const GOALS = { creating: 0.4, listing: 0.4, push: 1.5 } as const;

/** The portal beside the bare servers: the middle of the ratios of neighbouring rounds, and whether it is good enough. */
export function ratioTable({ created, listed, pushed }: Results): string {
  const rates = (rounds: readonly Round[]) => rounds.map(({ perSecond }) => perSecond);
  const tails = (rounds: readonly Pushed[]) =>
    rounds.map(({ fromPublication }) => percentile(fromPublication, 0.99));
  const row = (
    name: string,
    portal: readonly number[],
    bare: readonly number[],
    goal: string,
    good: (ratio: number) => boolean,
  ) => {
    const ratio = pairedRatio(portal, bare);
    return [
      name,
      short(median(portal)),
      short(median(bare)),
      ratio.toFixed(2),
      goal,
      good(ratio) ? "reached" : "missed",
    ];
  };
  const atLeast = (goal: number) => [`at least ${goal}`, (ratio: number) => ratio >= goal] as const;
  const atMost = (goal: number) => [`at most ${goal}`, (ratio: number) => ratio <= goal] as const;
  return table([
    ["", "portal", "bare", "ratio", "goal", ""],
    row("reports created a second", rates(created.portal), rates(created.bare), ...atLeast(GOALS.creating)),
    row("public lists a second", rates(listed.list), rates(listed.bareList), ...atLeast(GOALS.listing)),
    row("workers' queues a second", rates(listed.queue), rates(listed.bareQueue), ...atLeast(GOALS.listing)),
    row("push p99 in milliseconds", tails(pushed.portal), tails(pushed.bare), ...atMost(GOALS.push)),
  ]);
}
