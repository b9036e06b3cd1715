import { describe, expect, test } from "vitest";
import { monday, someCase } from "./fixtures.ts";
import { lightNow } from "./light.ts";
import type { Case } from "./model.ts";
import { nextStep } from "./nextStep.ts";
import { titleOf, TITLE_LENGTH } from "./newCase.ts";

describe("who acts next, and by when", () => {
  const { limits } = someCase();
  const week = new Date("2026-03-16T09:00:00+08:00");

  test.each<[string, Partial<Case>, string | null, Date | null]>([
    ["the grid worker accepts", {}, "gridWorker", limits.acceptDueAt],
    ["the grid worker makes contact", { status: "ACCEPTED" }, "gridWorker", limits.respondDueAt],
    [
      "the desk dispatches what no grid handles",
      { status: "ACCEPTED", level: "T" },
      "commandDesk",
      limits.respondDueAt,
    ],
    [
      "the grid worker solves",
      { status: "GRID_HANDLING", contactedAt: monday },
      "gridWorker",
      limits.resolveDueAt,
    ],
    [
      "the unit signs and makes contact",
      { status: "DISPATCHED", unit: "HW" },
      "station",
      limits.respondDueAt,
    ],
    [
      "the unit solves",
      { status: "IN_PROGRESS", unit: "HW", contactedAt: monday },
      "station",
      limits.resolveDueAt,
    ],
    ["the desk sees to it that it is done again", { status: "REWORK" }, "commandDesk", limits.resolveDueAt],
    ["the reporter supplements", { status: "NEED_INFO", supplementDueAt: week }, "reporter", week],
    ["the reporter confirms within seven days", { status: "FEEDBACK", feedbackAt: monday }, "reporter", week],
    ["nobody after the end", { status: "CLOSED" }, null, null],
    ["nobody after a rejection", { status: "NOT_ACCEPTED" }, null, null],
    ["nobody after a withdrawal", { status: "WITHDRAWN" }, null, null],
  ])("%s", (_, given, who, by) => {
    const next = nextStep(someCase(given));
    expect(next?.who ?? null).toBe(who);
    expect(next?.by ?? null).toEqual(by);
  });
});

describe("the light on a screen", () => {
  const next = { who: "gridWorker", unit: null, limit: "accept" } as const;
  const times = { yellowAt: "2026-03-09T02:36:00.000Z", by: "2026-03-09T03:00:00.000Z" };

  test.each<[string, string]>([
    ["2026-03-09T02:35:59.999Z", "green"],
    ["2026-03-09T02:36:00.000Z", "yellow"],
    ["2026-03-09T02:59:59.999Z", "yellow"],
    ["2026-03-09T03:00:00.000Z", "red"],
  ])("%s is %s", (now, light) => {
    expect(lightNow({ ...next, ...times }, new Date(now))).toBe(light);
  });

  test("nothing due, no light", () => {
    expect(lightNow(null, monday)).toBeNull();
    expect(lightNow({ ...next, by: null, yellowAt: null }, monday)).toBeNull();
  });
});

describe("a title", () => {
  test.each([
    ["垃圾桶满了。味道很大", "垃圾桶满了"],
    ["  路灯不亮\n三天了", "路灯不亮"],
    ["The lamp is broken! Please come", "The lamp is broken"],
    ["。。。。", "。。。。"],
    ["长".repeat(60), `${"长".repeat(TITLE_LENGTH - 1)}…`],
  ])("of %j is %j", (words, title) => {
    expect(titleOf(words)).toBe(title);
  });
});
