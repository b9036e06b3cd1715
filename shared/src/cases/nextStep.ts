import { DAY_MS } from "../core/index.ts";
import type { Case, CaseLine, Standing } from "./model.ts";
import { movedByPause } from "./limits.ts";
import { addTime, timeBetween, type WorkCalendar } from "./workCalendar.ts";
import { CONFIRM_DAYS } from "./workflow.ts";

/** Who acts next on a case, by when and by which limit. */
export interface Next {
  who: Standing;
  unit: string | null;
  by: Date | null;
  limit: "accept" | "respond" | "resolve" | "confirm" | "supplement";
}

/**
 * Reads off a case who acts next and by when, or null when nobody has to. The first contact is due before the
 * solution (DOMAIN 1.2: 签收 -> 首次联系 -> 处置), so a handler's limit is the response until it was made.
 */
export function nextStep(kase: CaseLine): Next | null {
  const { limits, unit } = kase;
  const answering = kase.contactedAt
    ? ({ by: limits.resolveDueAt, limit: "resolve" } as const)
    : ({ by: limits.respondDueAt, limit: "respond" } as const);

  switch (kase.status) {
    case "SUBMITTED":
      return { who: "gridWorker", unit: null, by: limits.acceptDueAt, limit: "accept" };
    case "ACCEPTED":
      return { who: kase.level === "G" ? "gridWorker" : "commandDesk", unit: null, ...answering };
    case "GRID_HANDLING":
      return { who: "gridWorker", unit: null, ...answering };
    case "DISPATCHED":
    case "IN_PROGRESS":
      return { who: "station", unit, ...answering };
    case "REWORK":
      return { who: "commandDesk", unit: null, by: limits.resolveDueAt, limit: "resolve" };
    case "NEED_INFO":
      return { who: "reporter", unit: null, by: kase.supplementDueAt, limit: "supplement" };
    case "FEEDBACK": {
      const since = kase.feedbackAt ?? kase.submittedAt;
      const by = new Date(since.getTime() + CONFIRM_DAYS * DAY_MS);
      return { who: "reporter", unit: null, by, limit: "confirm" };
    }
    default:
      return null;
  }
}

/** When the time of the next step's limit began to run: a dispute begins the solution anew. */
function startOf(kase: Case, limit: Next["limit"]): Date {
  switch (limit) {
    case "accept":
    case "respond":
      return kase.submittedAt;
    case "resolve":
      return kase.timeline.filter((line) => line.move === "dispute").pop()?.at ?? kase.submittedAt;
    case "supplement":
      return kase.pausedAt ?? kase.submittedAt;
    case "confirm":
      return kase.feedbackAt ?? kase.submittedAt;
  }
}

/**
 * The case with what its next step means for queues and lights: when it is due, and when 80 % of the time is gone
 * (DOMAIN 1.2: yellow light). Pauses do not count: the start moves on by them as the limits did.
 */
export function foresee(kase: Case, calendar: WorkCalendar): Case {
  const next = nextStep(kase);
  if (!next?.by) return { ...kase, nextDueAt: null, yellowAt: null };
  const ownClock = next.limit !== "confirm" && next.limit !== "supplement";
  const clock = ownClock ? kase.sla.clock : next.limit === "confirm" ? "natural" : "working";
  const startedAt = startOf(kase, next.limit);
  const from = kase.pauses
    .filter((pause) => ownClock && pause.from >= startedAt)
    .reduce((moment, pause) => movedByPause(moment, pause.from, pause.to, calendar, clock), startedAt);
  const whole = Math.max(0, timeBetween(from, next.by, clock, calendar));
  return {
    ...kase,
    nextDueAt: next.by,
    yellowAt: addTime(from, Math.ceil((whole * 4) / 5), clock, calendar),
  };
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
