import { addTime, type Clock, type WorkCalendar } from "@gongzhi/shared/cases";
import { DAY_MS, startOfShanghaiDay } from "@gongzhi/shared/core";
import type { Step } from "./stories.ts";

const MINUTE_MS = 60_000;
/** The last days of the samples stay as they are; the days before are stretched, so that old cases are old enough. */
const DENSE_DAYS = 3;
const STRETCH = 2;

/**
 * Moves the moments of the samples to the days before `now`: the latest of them to today, or to yesterday where that
 * is still to come, the others before it in the same order and at the same time of day.
 */
export function movedToNow(samples: readonly Date[], now: Date): Date[] {
  const latest = Math.max(...samples.map((at) => at.getTime()));
  const lastDay = startOfShanghaiDay(new Date(latest)).getTime();
  const today = startOfShanghaiDay(now).getTime();
  const place = (at: Date, day: number) => {
    const start = startOfShanghaiDay(at).getTime();
    const before = Math.round((lastDay - start) / DAY_MS);
    const stretched = before <= DENSE_DAYS ? before : DENSE_DAYS + (before - DENSE_DAYS) * STRETCH;
    return new Date(day - stretched * DAY_MS + (at.getTime() - start));
  };
  const shifted = samples.map((at) => place(at, today));
  return shifted.every((at) => at < now) ? shifted : samples.map((at) => place(at, today - DAY_MS));
}

/** By which clock a story goes: that of the case for those in an office, any time for everybody else. */
export interface Pace {
  readonly start: Date;
  readonly now: Date;
  readonly clock: Clock;
  readonly calendar: WorkCalendar;
}

const anyTime: readonly Step["who"][] = ["reporter", "system"];

/** What counts as the time from the last step until now when there is too little time for a story. */
const TAIL_MINUTES = 120;

/**
 * When each step of a story happened: at the pace of the story where there is time for it, else squeezed, so that the
 * steps after it lie in the past as well. A story that ends by waiting a fixed time does not wait for office hours.
 */
export function momentsOf(steps: readonly Step[], { start, now, clock, calendar }: Pace): Date[] {
  const waits = steps.some(({ who }) => who === "system");
  let before = start;
  let rest = steps.reduce((sum, { after }) => sum + after, TAIL_MINUTES);
  return steps.map(({ who, after }) => {
    const ideal = addTime(
      before,
      after * MINUTE_MS,
      waits || anyTime.includes(who) ? "natural" : clock,
      calendar,
    );
    const latest = new Date(
      before.getTime() + Math.floor(((now.getTime() - before.getTime()) * after) / rest),
    );
    rest -= after;
    before = who !== "system" && ideal > latest ? latest : ideal;
    return before;
  });
}
