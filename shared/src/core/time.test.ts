import { expect, test } from "vitest";
import {
  clockFace,
  Instant,
  shanghaiDay,
  startOfShanghaiDay,
  startOfShanghaiWeek,
  wallClock,
} from "./time.ts";

const at = (text: string) => new Date(text);

test.each([
  ["2026-03-09T15:59:59.999Z", "2026-03-09"],
  ["2026-03-09T16:00:00.000Z", "2026-03-10"],
])("%s is the day %s in Shanghai", (moment, day) => {
  expect(shanghaiDay(at(moment))).toBe(day);
});

test("a day begins at its midnight in Shanghai", () => {
  expect(startOfShanghaiDay(at("2026-03-09T16:00:00Z")).toISOString()).toBe("2026-03-09T16:00:00.000Z");
  expect(startOfShanghaiDay(at("2026-03-09T15:59:59Z")).toISOString()).toBe("2026-03-08T16:00:00.000Z");
});

test.each([
  ["Monday itself", "2026-03-09T00:00:00+08:00"],
  ["Sunday's last moment", "2026-03-15T23:59:59+08:00"],
])("a week begins on Monday: %s", (_, moment) => {
  expect(startOfShanghaiWeek(at(moment))).toEqual(at("2026-03-09T00:00:00+08:00"));
});

test("the clock on the wall leaves this year's number out", () => {
  const now = at("2026-03-09T09:00:00+08:00");
  expect(wallClock(at("2026-03-09T22:07:00+08:00"), now)).toBe("03-09 22:07");
  expect(wallClock(at("2025-12-31T23:59:00+08:00"), now)).toBe("2025-12-31 23:59");
});

test("a date leaves as text, and nothing else passes for a moment", () => {
  expect(Instant.parse(at("2026-03-09T09:00:00+08:00"))).toBe("2026-03-09T01:00:00.000Z");
  expect(Instant.safeParse("yesterday").success).toBe(false);
});

test("a length of time reads like a clock", () => {
  expect([clockFace(0), clockFace(3_723_999), clockFace(-60_000)]).toEqual(["0:00:00", "1:02:03", "0:01:00"]);
});
