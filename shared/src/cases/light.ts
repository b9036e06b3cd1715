import type { CaseSummary } from "./model.ts";

/** The light of a case's next step for a reader's clock: green, yellow from 80 % of the time, red from its end. */
export function lightNow(next: CaseSummary["next"], now: Date): "green" | "yellow" | "red" | null {
  if (!next?.by) return null;
  if (now >= new Date(next.by)) return "red";
  return next.yellowAt && now >= new Date(next.yellowAt) ? "yellow" : "green";
}
