import type { Sla } from "../taxonomy/model.ts";
import type { Limits } from "./model.ts";
import { addTime, dueAt, timeBetween, type Clock, type WorkCalendar } from "./workCalendar.ts";

/** The name of one of a case's limits. */
export type LimitName = "accept" | "respond" | "resolve";

/** Which moment of the limits belongs to which name. */
export const limitKeys = {
  accept: "acceptDueAt",
  respond: "respondDueAt",
  resolve: "resolveDueAt",
} as const satisfies Record<LimitName, keyof Limits>;

/** The three moments an event type promises, all counted from the moment of submitting (state machine: accept). */
export const limitsFrom = (sla: Sla, submittedAt: Date, calendar: WorkCalendar): Limits => ({
  acceptDueAt: dueAt(submittedAt, sla.acceptH, sla.clock, calendar),
  respondDueAt: dueAt(submittedAt, sla.respondH, sla.clock, calendar),
  resolveDueAt: dueAt(submittedAt, sla.resolveH, sla.clock, calendar),
});

/** A moment moved on by exactly the time of its clock that passed during a pause. */
export const movedByPause = (
  moment: Date,
  pausedAt: Date,
  resumedAt: Date,
  calendar: WorkCalendar,
  clock: Clock,
): Date => addTime(moment, Math.max(0, timeBetween(pausedAt, resumedAt, clock, calendar)), clock, calendar);

/**
 * The limits after the reporter was asked and the clock stood still: each one not met before moves on by exactly
 * the time that passed, so that what was left then is left now, and one already overdue stays overdue by as much.
 * Met limits stay as they were promised. Pausing itself changes no limit.
 */
export function resumeLimits(
  limits: Limits,
  pausedAt: Date,
  resumedAt: Date,
  calendar: WorkCalendar,
  { clock, met }: { readonly clock: Clock; readonly met: readonly LimitName[] },
): Limits {
  const after = (name: LimitName) => {
    const due = limits[limitKeys[name]];
    return met.includes(name) ? due : movedByPause(due, pausedAt, resumedAt, calendar, clock);
  };
  return { acceptDueAt: after("accept"), respondDueAt: after("respond"), resolveDueAt: after("resolve") };
}

/** How far a running limit is: enough time, at least 80 % of it gone, or all of it gone. */
export type Light = "green" | "yellow" | "red";

/**
 * The light of a limit that is not met yet: yellow from 80 % of its time on, red from 100 % on (DOMAIN section
 * 1.2, 督办). `startedAt` has to be moved on by pauses like the limit itself (`movedByPause`), and while a case is
 * paused `now` is the moment it was paused: else the reporter's time would count as the handler's.
 */
export function lightOf(startedAt: Date, due: Date, now: Date, calendar: WorkCalendar, clock: Clock): Light {
  if (now >= due) return "red";
  const gone = timeBetween(startedAt, now, clock, calendar);
  const whole = timeBetween(startedAt, due, clock, calendar);
  if (gone >= whole) return "red";
  return gone * 5 >= whole * 4 ? "yellow" : "green";
}
