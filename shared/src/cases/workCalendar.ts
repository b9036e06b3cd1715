import { DAY_MS, HOUR_MS, SHANGHAI_OFFSET_MS } from "../core/time.ts";

/** A stretch of office time in minutes after midnight, from its first minute to its end. */
export type WorkSession = readonly [startMinute: number, endMinute: number];

/**
 * The days and hours that count as working time. Days are those of Asia/Shanghai, which has been UTC+8 without
 * daylight saving time since 1991. Sessions are in order and do not overlap.
 */
export interface WorkCalendar {
  readonly isWorkday: (day: string) => boolean;
  readonly sessions: readonly WorkSession[];
}

/** Which hours a limit counts: office hours only, or all of them. */
export type Clock = "working" | "natural";

/** 08:30 to 12:00 and 13:30 to 18:00, eight hours a working day (DOMAIN section 3.1). */
export const officeSessions: readonly WorkSession[] = [
  [510, 720],
  [810, 1080],
];

const MINUTE_MS = 60_000;
/** A calendar without a workday for this long is a mistake, not a holiday. */
const LONGEST_BREAK_DAYS = 400;

/** A calendar of Monday to Friday with its exceptions: holidays, and make-up workdays (调休) on weekends. */
export function weekdayCalendar(
  exceptions: { holidays?: readonly string[]; makeupWorkdays?: readonly string[] } = {},
  sessions: readonly WorkSession[] = officeSessions,
): WorkCalendar {
  const holidays = new Set(exceptions.holidays);
  const makeup = new Set(exceptions.makeupWorkdays);
  const isWeekday = (day: string) => (new Date(day).getUTCDay() + 6) % 7 < 5;
  return { sessions, isWorkday: (day) => makeup.has(day) || (isWeekday(day) && !holidays.has(day)) };
}

/** Days since 1970-01-01 in Shanghai, and the milliseconds since that day's midnight. */
function wall(at: Date): [day: number, time: number] {
  const shifted = at.getTime() + SHANGHAI_OFFSET_MS;
  const day = Math.floor(shifted / DAY_MS);
  return [day, shifted - day * DAY_MS];
}

const moment = (day: number, time: number) => new Date(day * DAY_MS + time - SHANGHAI_OFFSET_MS);
const isWorkday = (day: number, calendar: WorkCalendar) =>
  calendar.isWorkday(new Date(day * DAY_MS).toISOString().slice(0, 10));

/** Working time of a workday before this time of day. */
const workedBefore = (time: number, { sessions }: WorkCalendar) =>
  sessions.reduce(
    (sum, [start, end]) => sum + Math.min(Math.max(time - start * MINUTE_MS, 0), (end - start) * MINUTE_MS),
    0,
  );

/** The earliest time of a workday before which this much working time lies. */
function timeAfter(worked: number, { sessions }: WorkCalendar): number {
  let left = worked;
  for (const [start, end] of sessions) {
    const length = (end - start) * MINUTE_MS;
    if (left <= length) return start * MINUTE_MS + left;
    left -= length;
  }
  return DAY_MS;
}

/** The working time from `a` to `b` in milliseconds; negative when `b` comes first. */
export function workingTimeBetween(a: Date, b: Date, calendar: WorkCalendar): number {
  if (b < a) return 0 - workingTimeBetween(b, a, calendar);
  const [firstDay, from] = wall(a);
  const [lastDay, to] = wall(b);
  const wholeDay = workedBefore(DAY_MS, calendar);
  let worked = 0;
  for (let day = firstDay; day < lastDay; day += 1) if (isWorkday(day, calendar)) worked += wholeDay;
  if (isWorkday(firstDay, calendar)) worked -= workedBefore(from, calendar);
  if (isWorkday(lastDay, calendar)) worked += workedBefore(to, calendar);
  return worked;
}

/**
 * The earliest moment at which this much working time has passed since `start`. Time that runs out with a session
 * ends at the session's close, not at the next opening; no time at all ends where it starts.
 */
export function addWorkingTime(start: Date, ms: number, calendar: WorkCalendar): Date {
  if (ms <= 0) return start;
  const [firstDay, from] = wall(start);
  const wholeDay = workedBefore(DAY_MS, calendar);
  let left = ms;
  let lastWorkday = firstDay;
  for (let day = firstDay; day - lastWorkday <= LONGEST_BREAK_DAYS; day += 1) {
    if (!isWorkday(day, calendar)) continue;
    const before = day === firstDay ? workedBefore(from, calendar) : 0;
    if (left <= wholeDay - before) return moment(day, timeAfter(before + left, calendar));
    left -= wholeDay - before;
    if (wholeDay > 0) lastWorkday = day;
  }
  throw new RangeError(`The work calendar has no working time in ${LONGEST_BREAK_DAYS} days`);
}

/** The moment a limit of so many hours ends, on the clock it counts by. */
export const dueAt = (start: Date, hours: number, clock: Clock, calendar: WorkCalendar): Date =>
  addTime(start, Math.round(hours * HOUR_MS), clock, calendar);

/** A moment moved on by so much time of a clock. */
export const addTime = (start: Date, ms: number, clock: Clock, calendar: WorkCalendar): Date =>
  clock === "natural" ? new Date(start.getTime() + ms) : addWorkingTime(start, ms, calendar);

/** The time from `a` to `b` on a clock, in milliseconds; negative when `b` comes first. */
export const timeBetween = (a: Date, b: Date, clock: Clock, calendar: WorkCalendar): number =>
  clock === "natural" ? b.getTime() - a.getTime() : workingTimeBetween(a, b, calendar);
