import { DAY_MS } from "../core/index.ts";
import type { Case, Standing } from "./model.ts";
import { CONFIRM_DAYS } from "./workflow.ts";

/** Who acts next on a case, by when and by which limit. */
export interface Next {
  who: Standing;
  unit: string | null;
  by: Date | null;
  limit: "accept" | "respond" | "resolve" | "confirm" | "supplement";
  /** When the time of that limit began to run. */
  startedAt: Date;
}

/**
 * Reads off a case who acts next and by when, or null when nobody has to. The first contact is due before the
 * solution (DOMAIN 1.2: 签收 -> 首次联系 -> 处置), so a handler's limit is the response until it was made.
 */
export function nextStep(kase: Case): Next | null {
  const { limits, submittedAt: startedAt, unit } = kase;
  const answering = kase.contactedAt
    ? ({ by: limits.resolveDueAt, limit: "resolve" } as const)
    : ({ by: limits.respondDueAt, limit: "respond" } as const);

  switch (kase.status) {
    case "SUBMITTED":
      return { who: "gridWorker", unit: null, by: limits.acceptDueAt, limit: "accept", startedAt };
    case "ACCEPTED":
      return { who: kase.level === "G" ? "gridWorker" : "commandDesk", unit: null, ...answering, startedAt };
    case "GRID_HANDLING":
      return { who: "gridWorker", unit: null, ...answering, startedAt };
    case "DISPATCHED":
    case "IN_PROGRESS":
      return { who: "station", unit, ...answering, startedAt };
    case "REWORK":
      return { who: "commandDesk", unit: null, by: limits.resolveDueAt, limit: "resolve", startedAt };
    case "NEED_INFO":
      return {
        who: "reporter",
        unit: null,
        by: kase.supplementDueAt,
        limit: "supplement",
        startedAt: kase.pausedAt ?? startedAt,
      };
    case "FEEDBACK": {
      const since = kase.feedbackAt ?? startedAt;
      const by = new Date(since.getTime() + CONFIRM_DAYS * DAY_MS);
      return { who: "reporter", unit: null, by, limit: "confirm", startedAt: since };
    }
    default:
      return null;
  }
}

/** States in which somebody still has to act; everything else is over. */
export const openStatuses = [
  "SUBMITTED",
  "NEED_INFO",
  "ACCEPTED",
  "GRID_HANDLING",
  "DISPATCHED",
  "RETURN_REVIEW",
  "IN_PROGRESS",
  "ESCALATED",
  "FEEDBACK",
  "REWORK",
] as const;

/** States that count as closed in public lists and figures. */
export const closedStatuses = ["CLOSED", "RATED"] as const;
