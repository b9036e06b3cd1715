import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "../core/time.ts";
import { lightOf, limitsFrom, movedByPause, resumeLimits, type LimitName } from "./limits.ts";
import { slaVectors, vectorCalendar } from "./slaVectors.fixture.ts";
import { timeBetween, weekdayCalendar } from "./workCalendar.ts";

const calendar = weekdayCalendar(vectorCalendar);
const at = (text: string) => new Date(`2026-03-${text}+08:00`);
const urgent = { clock: "working", acceptH: 1, respondH: 4, resolveH: 24 } as const;
const emergency = { clock: "natural", acceptH: 0.5, respondH: 2, resolveH: 24 } as const;

describe("limits", () => {
  test("of working hours are counted in office time from the moment of submitting", () => {
    expect(limitsFrom(urgent, at("13T17:30"), calendar)).toEqual({
      acceptDueAt: at("16T09:00"),
      respondDueAt: at("16T12:00"),
      resolveDueAt: at("18T17:30"),
    });
  });

  test("of emergencies run through the night", () => {
    expect(limitsFrom(emergency, at("13T23:30"), calendar)).toEqual({
      acceptDueAt: at("14T00:00"),
      respondDueAt: at("14T01:30"),
      resolveDueAt: at("14T23:30"),
    });
  });

  test.each(slaVectors)("agree with the vector: $why", ({ start, hours, clock, due }) => {
    const sla = { clock, acceptH: hours, respondH: hours, resolveH: hours };
    expect(Object.values(limitsFrom(sla, new Date(start), calendar))).toEqual(Array(3).fill(new Date(due)));
  });
});

describe("a pause", () => {
  const limits = limitsFrom(urgent, at("09T08:30"), calendar);

  test("moves what is not met by the working time it took, and leaves what is met", () => {
    const resumed = resumeLimits(limits, at("09T10:30"), at("10T10:30"), calendar, {
      clock: "working",
      met: ["accept"],
    });
    expect(resumed).toEqual({
      acceptDueAt: at("09T09:30"),
      respondDueAt: at("10T14:00"),
      resolveDueAt: at("12T18:00"),
    });
  });

  test("over a weekend costs nothing on the working clock and everything on the natural one", () => {
    const weekend = [at("13T18:00"), at("16T08:30")] as const;
    const working = resumeLimits(limits, ...weekend, calendar, { clock: "working", met: [] });
    const natural = resumeLimits(limits, ...weekend, calendar, { clock: "natural", met: [] });
    expect(working).toEqual(limits);
    expect(natural.resolveDueAt.getTime() - limits.resolveDueAt.getTime()).toBe(62.5 * HOUR_MS);
  });

  test("that ends as it begins, or before, moves nothing", () => {
    for (const end of ["09T10:30", "09T09:30"]) {
      const same = resumeLimits(limits, at("09T10:30"), at(end), calendar, { clock: "working", met: [] });
      expect(same).toEqual(limits);
    }
  });

  test("changes neither the time left nor the time overdue", () => {
    const start = at("02T00:00").getTime();
    const date = fc.integer({ min: 0, max: 30 * 48 }).map((half) => new Date(start + (half * HOUR_MS) / 2));
    fc.assert(
      fc.property(date, date, date, fc.constantFrom("working", "natural"), (submitted, one, two, clock) => {
        const before = limitsFrom({ ...urgent, clock }, submitted, calendar);
        const [from, to] = one <= two ? [one, two] : [two, one];
        const after = resumeLimits(before, from, to, calendar, { clock, met: [] });
        const startAfter = movedByPause(submitted, from, to, calendar, clock);
        for (const key of ["acceptDueAt", "respondDueAt", "resolveDueAt"] as const) {
          expect(timeBetween(to, after[key], clock, calendar)).toBe(
            timeBetween(from, before[key], clock, calendar),
          );
          expect(timeBetween(startAfter, after[key], clock, calendar)).toBe(
            timeBetween(submitted, before[key], clock, calendar),
          );
        }
      }),
    );
  });

  test("leaves met limits alone, whichever they are", () => {
    const names: LimitName[] = ["accept", "respond", "resolve"];
    const met = resumeLimits(limits, at("09T10:30"), at("09T11:30"), calendar, {
      clock: "natural",
      met: names,
    });
    expect(met).toEqual(limits);
  });
});

describe("the light", () => {
  const light = (now: string, clock: "working" | "natural" = "working") =>
    lightOf(at("09T08:30"), at("10T11:30"), at(now), calendar, clock);

  // The limit has 8 + 3 working hours; 80 % of 11 hours are 8 hours and 48 minutes.
  test.each([
    ["09T08:30", "green", "just started"],
    ["10T09:17:59.999", "green", "a millisecond under 80 %"],
    ["10T09:18", "yellow", "exactly 80 %"],
    ["10T11:29:59.999", "yellow", "a millisecond left"],
    ["10T11:30", "red", "exactly 100 %"],
    ["11T08:30", "red", "long gone"],
    ["06T08:30", "green", "before it began"],
  ])("at %s is %s: %s", (now, expected) => {
    expect(light(now)).toBe(expected);
  });

  test("of the natural clock counts the night", () => {
    expect(light("10T06:05:59", "natural")).toBe("green");
    expect(light("10T06:06", "natural")).toBe("yellow");
  });

  test("turns red when no working time is left, even before the office opens", () => {
    const due = at("10T08:30");
    expect(lightOf(at("09T17:00"), due, at("09T18:00"), calendar, "working")).toBe("red");
  });

  test("never goes back as time passes", () => {
    const order = { green: 0, yellow: 1, red: 2 };
    const moments = fc
      .integer({ min: 0, max: 5 * DAY_MS })
      .map((ms) => new Date(at("08T00:00").getTime() + ms));
    fc.assert(
      fc.property(moments, moments, (a, b) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        const of = (now: Date) => order[lightOf(at("09T08:30"), at("10T11:30"), now, calendar, "working")];
        expect(of(first)).toBeLessThanOrEqual(of(second));
      }),
    );
  });
});
