import type { CaseStatus } from "./model.ts";
import { closedStatuses, openStatuses } from "./nextStep.ts";

/** Where a case stands, coarser than its status: with its handlers, with its reporter, closed, or ended otherwise. */
export type CaseStage = "open" | "waiting" | "closed" | "ended";

const waiting: readonly CaseStatus[] = ["NEED_INFO", "FEEDBACK"];
const open: readonly CaseStatus[] = openStatuses;
const closed: readonly CaseStatus[] = closedStatuses;

/** The stage a status belongs to. */
export function stageOf(status: CaseStatus): CaseStage {
  if (waiting.includes(status)) return "waiting";
  if (open.includes(status)) return "open";
  return closed.includes(status) ? "closed" : "ended";
}
