import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { carryOut } from "./carryOut.ts";
import { calendar, monday, overflowingBin, someCase } from "./fixtures.ts";
import { Standing, type Case } from "./model.ts";
import { closedStatuses, nextStep, openStatuses } from "./nextStep.ts";
import { decideMove, openMoves, type MoveRequest } from "./workflow.ts";

const at = (text: string) => new Date(`2026-03-${text}:00+08:00`);

/** The case after a move that has to be permitted. */
function after(kase: Case, by: Standing, request: MoveRequest, now: Date): Case {
  const decision = decideMove([by], kase, request, now);
  if (!decision.ok) throw new Error(decision.code);
  return carryOut(kase, request, { ...decision.value, byId: null, now, calendar });
}

describe("the clock", () => {
  test("a report of Monday 09:00 is due by its hours of working time", () => {
    const { limits } = someCase();
    expect(limits).toEqual({
      acceptDueAt: at("09T11:00"),
      respondDueAt: at("09T14:30"),
      resolveDueAt: at("11T09:00"),
    });
  });

  test("a pause moves what is not met yet by exactly its working time", () => {
    const accepted = after(someCase(), "gridWorker", { move: "accept" }, at("09T10:00"));
    const asked = after(accepted, "gridWorker", { move: "askInfo", text: "几幢？" }, at("09T11:00"));
    expect(asked).toMatchObject({ status: "NEED_INFO", pausedAt: at("09T11:00"), returnTo: "ACCEPTED" });
    // Monday 11:00 to Tuesday 09:30 holds 1 + 4.5 + 1 hours of office time.
    const resumed = after(asked, "reporter", { move: "supplement", text: "2幢" }, at("10T09:30"));
    expect(resumed).toMatchObject({
      status: "ACCEPTED",
      pausedAt: null,
      pauses: [{ from: at("09T11:00"), to: at("10T09:30") }],
    });
    expect(resumed.limits).toEqual({
      acceptDueAt: accepted.limits.acceptDueAt,
      respondDueAt: at("10T11:30"),
      resolveDueAt: at("11T17:00"),
    });
  });

  test("nobody answers for five working days: the case goes on by itself", () => {
    const asked = after(someCase(), "gridWorker", { move: "askInfo", text: "几幢？" }, monday);
    expect(asked.supplementDueAt).toEqual(at("16T09:00"));
    const resumed = carryOut(
      asked,
      { move: "supplement" },
      {
        to: "SUBMITTED",
        by: "system",
        byId: null,
        now: at("16T09:00"),
        calendar,
      },
    );
    expect(resumed.limits.acceptDueAt).toEqual(at("16T11:00"));
  });

  test("a corrected type brings its own limits, counted from the report", () => {
    const decision = { to: "ACCEPTED", by: "gridWorker", byId: null, now: at("09T10:00"), calendar } as const;
    const retype = {
      ...overflowingBin,
      code: "040300",
      level: "T" as const,
      priority: "P1" as const,
      sla: { clock: "natural" as const, acceptH: 0.5, respondH: 2, resolveH: 24 },
    };
    const accepted = carryOut(someCase(), { move: "accept" }, { ...decision, retype });
    expect(accepted).toMatchObject({ typeCode: "040300", level: "T", priority: "P1" });
    expect(accepted.limits.respondDueAt).toEqual(at("09T11:00"));
    expect(accepted.limits.resolveDueAt).toEqual(at("10T09:00"));
    expect(accepted.originalResolveDueAt).toEqual(at("10T09:00"));
  });

  test("four fifths of the time are the yellow light", () => {
    // Two hours from 09:00: yellow after 96 minutes.
    expect(someCase().yellowAt).toEqual(new Date("2026-03-09T10:36:00+08:00"));
  });
});

describe("a pause before a dispute", () => {
  test("does not delay the light of what is done again", () => {
    const paused = someCase({ pauses: [{ from: at("09T11:00"), to: at("10T09:30") }] });
    const answered = {
      ...paused,
      status: "FEEDBACK",
      contactedAt: monday,
      feedbackAt: at("11T09:00"),
    } as const;
    const disputed = after(answered, "reporter", { move: "dispute", text: "又满了" }, at("12T08:30"));
    // Sixteen hours from Thursday 08:30: 12.8 of them are gone on Friday at 14:48.
    expect(disputed.yellowAt).toEqual(at("13T14:48"));
  });
});

describe("a whole life", () => {
  test("reported, accepted, handled by the grid, disputed, dispatched, solved, confirmed", () => {
    const steps: [Standing, MoveRequest, string, string][] = [
      ["gridWorker", { move: "accept" }, "09T09:30", "ACCEPTED"],
      ["gridWorker", { move: "selfHandle" }, "09T09:31", "GRID_HANDLING"],
      ["gridWorker", { move: "contact", text: "已电话联系" }, "09T10:00", "GRID_HANDLING"],
      [
        "gridWorker",
        { move: "feedback", result: "solved", text: "清了", photoIds: ["c"] },
        "09T15:00",
        "FEEDBACK",
      ],
      ["reporter", { move: "dispute", text: "只清了一半" }, "10T09:00", "REWORK"],
      ["commandDesk", { move: "dispatch", unit: "HW" }, "10T09:30", "DISPATCHED"],
      ["station", { move: "sign" }, "10T10:00", "IN_PROGRESS"],
      [
        "station",
        { move: "feedback", result: "solved", text: "全清了", photoIds: ["d"] },
        "10T16:00",
        "FEEDBACK",
      ],
      ["reporter", { move: "confirm" }, "10T20:00", "CLOSED"],
    ];
    let kase = someCase();
    for (const [by, request, time, status] of steps) {
      kase = after(kase, by, request, at(time));
      expect(kase.status).toBe(status);
    }
    expect(kase).toMatchObject({ closedBy: "reporter", disputes: 1, revision: 10, nextDueAt: null });
    expect(kase.timeline.map((line) => line.move)).toEqual(["submit", ...steps.map(([, { move }]) => move)]);
    expect(kase.contactedAt).toEqual(at("09T10:00"));
    // Doing it again gets the time of the whole limit again; what was promised first is kept for the figures.
    expect(kase.limits.resolveDueAt).toEqual(at("12T09:00"));
    expect(kase.originalResolveDueAt).toEqual(at("11T09:00"));
  });

  test("silence closes as unconfirmed, never as satisfied", () => {
    const answered = someCase({ status: "FEEDBACK", feedbackAt: monday, result: "solved" });
    const closed = after(answered, "system", { move: "autoConfirm" }, at("16T09:00"));
    expect(closed).toMatchObject({ status: "CLOSED", closedBy: "silence" });
  });

  test("whatever legal moves are made, state, history and clocks agree", () => {
    const moves = fc.array(fc.record({ pick: fc.nat(), wait: fc.integer({ min: 1, max: 72 * 60 }) }), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(moves, (choices) => {
        let kase = someCase();
        let now = monday;
        for (const { pick, wait } of choices) {
          now = new Date(now.getTime() + wait * 60_000);
          const open = Standing.options.flatMap((by) =>
            openMoves([by], kase, now).map((move) => ({ by, move })),
          );
          const chosen = open[pick % Math.max(1, open.length)];
          if (!chosen) break;
          const before = kase;
          const request: MoveRequest = {
            move: chosen.move,
            text: "好",
            reason: "repeated",
            unit: "HW",
            result: "explained",
            photoIds: ["e"],
          };
          kase = after(kase, chosen.by, request, now);
          expect(before.timeline).toHaveLength(kase.timeline.length - 1);
          expect(kase.gridCode).toBe(before.gridCode);
          for (const limit of ["acceptDueAt", "respondDueAt", "resolveDueAt"] as const) {
            expect(kase.limits[limit].getTime()).toBeGreaterThanOrEqual(before.limits[limit].getTime());
          }
        }
        expect(kase.timeline[kase.timeline.length - 1]?.to).toBe(kase.status);
        expect(kase.revision).toBe(kase.timeline.length);
        expect(kase.pausedAt !== null).toBe(kase.status === "NEED_INFO");
        expect(kase.closedAt !== null).toBe((closedStatuses as readonly string[]).includes(kase.status));
        expect(nextStep(kase) !== null).toBe((openStatuses as readonly string[]).includes(kase.status));
      }),
      { numRuns: 300 },
    );
  });
});
