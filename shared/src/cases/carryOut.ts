import type { AccountId, AttachmentId } from "../core/index.ts";
import type { EventType } from "../taxonomy/model.ts";
import { limitsFrom, movedByPause, resumeLimits, type LimitName } from "./limits.ts";
import type { Case, CaseStatus, Standing, TimelineEntry, Visibility } from "./model.ts";
import { typed } from "./newCase.ts";
import { foresee } from "./nextStep.ts";
import { dueAt, type WorkCalendar } from "./workCalendar.ts";
import { ruleOf, type MoveRequest } from "./workflow.ts";

/** A case goes on by itself after this many hours of working time without the information asked for (5 days). */
export const SUPPLEMENT_HOURS = 40;

/** Who makes a decided move, when, and by which calendar. */
export interface Doing {
  /** Where `decideMove` said the move leads, and in which standing it is made. */
  to: CaseStatus;
  by: Standing;
  byId: AccountId | null;
  now: Date;
  calendar: WorkCalendar;
  /** With accept: the event type the worker corrected the report to. */
  retype?: EventType | undefined;
}

/** The case after a move that `decideMove` has permitted; the case before stays as it is. */
export function carryOut(kase: Case, request: MoveRequest, doing: Doing): Case {
  const moved: Case = {
    ...kase,
    ...effects(kase, request, doing),
    status: doing.to,
    timeline: [...kase.timeline, entry(request, doing)],
    revision: kase.revision + 1,
  };
  return foresee(moved, doing.calendar);
}

function entry(request: MoveRequest, { to, by, byId, now }: Doing): TimelineEntry {
  const { shown } = ruleOf(request.move);
  const visibility: Visibility = shown === "chosen" ? (request.visibility ?? "internal") : shown;
  return {
    at: now,
    move: request.move,
    by,
    byId,
    to,
    visibility,
    text: request.text?.trim() || null,
    photoIds: [...(request.photoIds ?? [])] as AttachmentId[],
    result: request.result ?? null,
    reason: request.reason ?? null,
    unit: request.unit ?? null,
  };
}

/** What a move changes besides the state and the history. */
function effects(kase: Case, request: MoveRequest, doing: Doing): Partial<Case> {
  const { now, calendar, by } = doing;
  switch (request.move) {
    case "askInfo":
      return {
        returnTo: kase.status,
        askedIn: [...kase.askedIn, kase.status],
        pausedAt: now,
        supplementDueAt: dueAt(now, SUPPLEMENT_HOURS, "working", calendar),
      };
    case "supplement":
      return resumed(kase, now, calendar);
    case "accept":
      return { acceptedAt: now, ...(doing.retype && retyped(kase, doing.retype, calendar)) };
    case "withdraw":
      return { pausedAt: null, supplementDueAt: null };
    case "dispatch":
      return { unit: request.unit ?? null };
    case "contact":
      return { contactedAt: kase.contactedAt ?? now };
    case "feedback":
      // Whoever reports a result without a recorded contact has made contact by it.
      return { feedbackAt: now, result: request.result ?? null, contactedAt: kase.contactedAt ?? now };
    case "confirm":
    case "autoConfirm":
      return { closedAt: now, closedBy: by === "reporter" ? "reporter" : "silence" };
    case "dispute":
      return {
        disputes: kase.disputes + 1,
        feedbackAt: null,
        closedAt: null,
        closedBy: null,
        result: null,
        limits: { ...kase.limits, resolveDueAt: dueAt(now, kase.sla.resolveH, kase.sla.clock, calendar) },
      };
    default:
      return {};
  }
}

/** Ends a pause: every limit not met yet moves by exactly the time of its clock that was paused. */
function resumed(kase: Case, now: Date, calendar: WorkCalendar): Partial<Case> {
  if (!kase.pausedAt) return {};
  return {
    pausedAt: null,
    supplementDueAt: null,
    returnTo: null,
    pauses: [...kase.pauses, { from: kase.pausedAt, to: now }],
    limits: resumeLimits(kase.limits, kase.pausedAt, now, calendar, {
      clock: kase.sla.clock,
      met: met(kase),
    }),
  };
}

function met(kase: Case): LimitName[] {
  return [
    ...(kase.acceptedAt ? (["accept"] as const) : []),
    ...(kase.contactedAt ? (["respond"] as const) : []),
  ];
}

/** A corrected event type brings its own limits, counted from the report and moved on by the pauses so far. */
function retyped(kase: Case, type: EventType, calendar: WorkCalendar): Partial<Case> {
  const fresh = limitsFrom(type.sla, kase.submittedAt, calendar);
  const { clock } = type.sla;
  const moved = (due: Date) =>
    kase.pauses.reduce((moment, { from, to }) => movedByPause(moment, from, to, calendar, clock), due);
  const limits = {
    acceptDueAt: kase.limits.acceptDueAt,
    respondDueAt: moved(fresh.respondDueAt),
    resolveDueAt: moved(fresh.resolveDueAt),
  };
  return { ...typed(type), limits, originalResolveDueAt: limits.resolveDueAt };
}
