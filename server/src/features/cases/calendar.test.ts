import { describe, expect, test } from "vitest";
import { dueAt, officeSessions } from "@gongzhi/shared/cases";
import { workCalendar } from "./calendar.ts";

const calendar = workCalendar(officeSessions);

describe("the work calendar of the mainland", () => {
  test.each([
    ["2026-02-17", false, "Spring Festival, a Tuesday"],
    ["2026-02-14", true, "a Saturday made up for it"],
    ["2026-10-01", false, "National Day, a Thursday"],
    ["2026-10-10", true, "a Saturday made up for it"],
    ["2026-03-10", true, "an ordinary Tuesday"],
    ["2026-03-14", false, "an ordinary Saturday"],
  ])("%s is a workday: %s, %s", (day, worked) => {
    expect(calendar.isWorkday(day)).toBe(worked);
    expect(calendar.isWorkday(day)).toBe(worked);
  });

  test("a limit of two working hours given on the eve of National Day ends after the holiday", () => {
    const due = dueAt(new Date("2026-09-30T17:00:00+08:00"), 2, "working", calendar);
    expect(due).toEqual(new Date("2026-10-08T09:30:00+08:00"));
  });

  test.each(["America/Los_Angeles", "Pacific/Kiritimati"])("a machine in %s answers the same", (zone) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      expect(workCalendar(officeSessions).isWorkday("2025-10-11")).toBe(true);
      expect(workCalendar(officeSessions).isWorkday("2025-10-08")).toBe(false);
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});
