import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "../core/time.ts";
import { slaVectors, vectorCalendar } from "./slaVectors.fixture.ts";
import { addWorkingTime, dueAt, timeBetween, weekdayCalendar, workingTimeBetween } from "./workCalendar.ts";

const calendar = weekdayCalendar(vectorCalendar);
const at = (text: string) => new Date(`${text}+08:00`);
const span = (a: string, b: string) => workingTimeBetween(at(a), at(b), calendar);

describe("the given vectors", () => {
  test.each(slaVectors)("$why: $start + $hours h ($clock)", ({ start, hours, clock, due }) => {
    expect(dueAt(new Date(start), hours, clock, calendar)).toEqual(new Date(due));
  });

  test.each(slaVectors)("$why: backwards", ({ start, hours, clock, due }) => {
    expect(timeBetween(new Date(start), new Date(due), clock, calendar)).toBe(hours * HOUR_MS);
  });
});

test.each([
  ["one millisecond before the close", "2026-03-09T17:59:59.999", 1, "2026-03-09T18:00:00"],
  ["one millisecond more than the day has left", "2026-03-09T17:59:59.999", 2, "2026-03-10T08:30:00.001"],
  ["from midnight", "2026-03-10T00:00:00", 1, "2026-03-10T08:30:00.001"],
  ["from exactly opening", "2026-03-10T08:30:00", 1, "2026-03-10T08:30:00.001"],
  ["from exactly after lunch", "2026-03-10T13:30:00", 1, "2026-03-10T13:30:00.001"],
  ["a morning exactly", "2026-03-10T08:30:00", 3.5 * HOUR_MS, "2026-03-10T12:00:00"],
  ["over New Year", "2025-12-31T17:59:59", 2_000, "2026-01-01T08:30:01"],
])("time runs out %s", (_, start, ms, end) => {
  expect(addWorkingTime(at(start), ms, calendar)).toEqual(at(end));
});

test("no time, or less, ends where it starts, even at night", () => {
  const night = at("2026-03-10T03:00:00");
  expect(addWorkingTime(night, 0, calendar)).toEqual(night);
  expect(addWorkingTime(night, -5, calendar)).toEqual(night);
});

test.each([
  ["2026-03-09T12:00:00", "2026-03-09T13:30:00", 0, "lunch"],
  ["2026-03-07T00:00:00", "2026-03-09T08:30:00", 0, "a weekend up to opening"],
  ["2026-04-06T00:00:00", "2026-04-07T00:00:00", 0, "a holiday"],
  ["2026-04-11T00:00:00", "2026-04-12T00:00:00", 8, "a make-up workday"],
  ["2026-03-09T00:00:00", "2026-03-16T00:00:00", 40, "a week"],
  ["2026-03-09T11:00:00", "2026-03-09T14:00:00", 1.5, "over lunch"],
])("from %s to %s lie %d working hours: %s", (a, b, hours) => {
  expect(span(a, b)).toBe(hours * HOUR_MS);
  expect(span(b, a)).toBe(0 - hours * HOUR_MS);
});

test("the day is Shanghai's: Monday 07:59 there is Sunday 23:59 in UTC", () => {
  expect(
    workingTimeBetween(new Date("2026-03-08T23:59:00Z"), new Date("2026-03-09T00:31:00Z"), calendar),
  ).toBe(60_000);
});

test("a calendar without workdays, or without hours, is refused instead of searched for ever", () => {
  const never = { ...calendar, isWorkday: () => false };
  expect(() => addWorkingTime(at("2026-03-09T09:00:00"), 1, never)).toThrow(RangeError);
  expect(() => addWorkingTime(at("2026-03-09T09:00:00"), 1, { ...calendar, sessions: [] })).toThrow(
    RangeError,
  );
});

test("ten years are counted in a moment", () => {
  const began = Date.now();
  const end = addWorkingTime(at("2026-01-01T00:00:00"), 20_000 * HOUR_MS, calendar);
  expect(workingTimeBetween(at("2026-01-01T00:00:00"), end, calendar)).toBe(20_000 * HOUR_MS);
  expect(Date.now() - began).toBeLessThan(100);
});

describe("laws of the clock", () => {
  const first = at("2026-03-01T00:00:00").getTime();
  const moments = fc.oneof(
    fc.integer({ min: first, max: first + 60 * DAY_MS }),
    // Boundaries: every half hour, where sessions begin and end.
    fc.nat(60 * 48).map((halfHours) => first + (halfHours * HOUR_MS) / 2),
  );
  const date = moments.map((ms) => new Date(ms));
  const amount = fc.oneof(
    fc.integer({ min: 0, max: 100 * HOUR_MS }),
    fc.nat(200).map((halfHours) => (halfHours * HOUR_MS) / 2),
  );

  test("adding one amount and then another is adding both", () => {
    fc.assert(
      fc.property(date, amount, amount, (start, one, two) => {
        const inTwo = addWorkingTime(addWorkingTime(start, one, calendar), two, calendar);
        expect(inTwo).toEqual(addWorkingTime(start, one + two, calendar));
      }),
    );
  });

  test("the time between three moments adds up, in any order", () => {
    fc.assert(
      fc.property(date, date, date, (a, b, c) => {
        const sum = workingTimeBetween(a, b, calendar) + workingTimeBetween(b, c, calendar);
        expect(sum).toBe(workingTimeBetween(a, c, calendar));
      }),
    );
  });

  test("what was added is what lies between", () => {
    fc.assert(
      fc.property(date, amount, (start, ms) => {
        expect(workingTimeBetween(start, addWorkingTime(start, ms, calendar), calendar)).toBe(ms);
      }),
    );
  });

  test("it is the earliest such moment", () => {
    fc.assert(
      fc.property(date, amount, (start, ms) => {
        fc.pre(ms > 0);
        const earlier = new Date(addWorkingTime(start, ms, calendar).getTime() - 1);
        expect(workingTimeBetween(start, earlier, calendar)).toBeLessThan(ms);
      }),
    );
  });

  test("a later start or a longer limit never ends earlier", () => {
    fc.assert(
      fc.property(date, date, amount, amount, (a, b, one, two) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        const end = (start: Date, ms: number) => addWorkingTime(start, ms, calendar).getTime();
        expect(end(early, one)).toBeLessThanOrEqual(end(late, one));
        expect(end(a, Math.min(one, two))).toBeLessThanOrEqual(end(a, Math.max(one, two)));
      }),
    );
  });

  test("a limit never ends outside a session, its two ends included", () => {
    fc.assert(
      fc.property(date, amount, (start, ms) => {
        fc.pre(ms > 0);
        const end = addWorkingTime(start, ms, calendar);
        const local = new Date(end.getTime() + 8 * HOUR_MS);
        const minute = (local.getTime() % DAY_MS) / 60_000;
        expect(calendar.isWorkday(local.toISOString().slice(0, 10))).toBe(true);
        expect(calendar.sessions.some(([from, to]) => minute > from && minute <= to)).toBe(true);
      }),
    );
  });

  test("the natural clock counts every millisecond", () => {
    fc.assert(
      fc.property(date, fc.nat(1_000), (start, hours) => {
        const due = dueAt(start, hours, "natural", calendar);
        expect(timeBetween(start, due, "natural", calendar)).toBe(hours * HOUR_MS);
      }),
    );
  });
});
