import { z } from "zod";

/** Asia/Shanghai is UTC+8 all year; it has had no daylight saving time since 1991. */
export const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** A moment in a reply: ISO 8601 in UTC. A `Date` becomes its text. */
export const Instant = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString() : value),
  z.iso.datetime(),
);

const shifted = (at: Date) => new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString();

/** The calendar day in Shanghai, `yyyy-mm-dd`. */
export const shanghaiDay = (at: Date): string => shifted(at).slice(0, 10);

/** The first moment of that day in Shanghai. */
export const startOfShanghaiDay = (at: Date): Date =>
  new Date(Math.floor((at.getTime() + SHANGHAI_OFFSET_MS) / DAY_MS) * DAY_MS - SHANGHAI_OFFSET_MS);

/** Monday 00:00 of the week in Shanghai (weeks start on Monday, GB/T 7408). */
export function startOfShanghaiWeek(at: Date): Date {
  const day = startOfShanghaiDay(at);
  const weekday = (new Date(day.getTime() + SHANGHAI_OFFSET_MS).getUTCDay() + 6) % 7;
  return new Date(day.getTime() - weekday * DAY_MS);
}

/** The clock on the wall in Shanghai, `mm-dd hh:mm` with the year where it is not this one. */
export function wallClock(at: Date, now: Date): string {
  const text = shifted(at);
  const sameYear = text.slice(0, 4) === shifted(now).slice(0, 4);
  return `${sameYear ? text.slice(5, 10) : text.slice(0, 10)} ${text.slice(11, 16)}`;
}

/** A length of time as a clock shows it, `1:02:03`. */
export function clockFace(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
