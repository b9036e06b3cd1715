import { describe, expect, test } from "vitest";
import type { Actor } from "../accounts/roles.ts";
import { DAY_MS } from "../core/index.ts";
import * as some from "./fixtures.ts";
import { CaseStatus, Standing, type Case } from "./model.ts";
import stateMachine from "./stateMachine.fixture.json";
import {
  caseMoveNames,
  decideMove,
  DISPUTE_DAYS,
  MAX_DISPUTES,
  MAX_TIMELINE,
  openMoves,
  ruleOf,
  standingsOf,
  type CaseMove,
  type MoveRequest,
} from "./workflow.ts";

const { someCase, monday } = some;
const everything: Omit<MoveRequest, "move"> = {
  text: "说明",
  reason: "repeated",
  unit: "HW",
  result: "solved",
  photoIds: ["b".repeat(24)],
};
const standings = Standing.options;

describe("the table of moves is the domain's state machine", () => {
  const roles: Record<string, Standing> = {
    RES: "reporter",
    GRID: "gridWorker",
    COM: "communityWorker",
    CMD: "commandDesk",
    STN: "station",
    SYS: "system",
  };

  test("its states are the 18 of the domain", () => {
    expect(CaseStatus.options).toEqual(stateMachine.states.map((state) => state.code));
  });

  test.each(caseMoveNames)("%s starts, ends and is made as the domain says", (move) => {
    const row = stateMachine.transitions.find((each) => each.id === move);
    const rule = ruleOf(move);
    expect(row).toBeDefined();
    // RETURN_REVIEW and ESCALATED are entered by moves that are not part of the table yet.
    const reachable = row?.from.filter((state) => state !== "RETURN_REVIEW" && state !== "ESCALATED");
    expect(rule.from).toEqual(reachable);
    expect(rule.to).toBe(row?.to);
    // The system lets a case go on when nobody supplements it (note of askInfo); the county, and the command
    // desk's own dispute, belong to moves still to come.
    const theirs = (row?.roles ?? []).flatMap((role) => roles[role] ?? []);
    const extra: Partial<Record<CaseMove, Standing[]>> = { supplement: ["system"] };
    const later: Partial<Record<CaseMove, Standing[]>> = { accept: ["system"], dispute: ["commandDesk"] };
    const expected = [...theirs, ...(extra[move] ?? [])].filter((each) => !later[move]?.includes(each));
    expect([...rule.by].sort()).toEqual(expected.sort());
  });
});

describe("every state, move and standing", () => {
  const rows = CaseStatus.options.flatMap((status) =>
    caseMoveNames.flatMap((move) => standings.map((standing) => ({ status, move, standing }))),
  );

  test(`is permitted or refused by name, ${rows.length} of them`, () => {
    for (const { status, move, standing } of rows) {
      const kase = someCase({ status, returnTo: "SUBMITTED" });
      const rule = ruleOf(move);
      const decision = decideMove([standing], kase, { move, ...everything }, monday);
      const expected = !rule.by.includes(standing)
        ? { ok: false, code: "case.move_not_yours" }
        : !rule.from.includes(status)
          ? { ok: false, code: "case.wrong_status" }
          : { ok: true };
      expect(decision, `${status} ${move} ${standing}`).toMatchObject(expected);
      expect(openMoves([standing], kase, monday).includes(move)).toBe(decision.ok);
    }
  });
});

describe("who somebody is to a case", () => {
  const kase = someCase({ unit: "HW" });

  test.each<[string, Actor, Standing[]]>([
    ["whoever reported it", some.reporter, ["reporter"]],
    ["another resident is nobody", some.neighbour, []],
    ["a guest is nobody", some.guest, []],
    ["the worker of its grid", some.gridWorker, ["gridWorker"]],
    ["the worker of the next grid is nobody", some.otherGridWorker, []],
    ["a worker of its community", some.communityWorker, ["communityWorker"]],
    ["the desk of its town", some.commandDesk, ["commandDesk"]],
    ["the station it was dispatched to", some.station, ["station"]],
    ["another station is nobody", some.otherStation, []],
  ])("%s", (_, actor, expected) => {
    expect(standingsOf(actor, kase)).toEqual(expected);
  });

  test("no station has a case that was not dispatched", () => {
    expect(standingsOf(some.station, someCase())).toEqual([]);
  });

  test("an administrator sees configuration, no case", () => {
    const admin: Actor = { ...some.commandDesk, posts: [{ role: "admin", territory: "990102000000" }] };
    expect(standingsOf(admin, kase)).toEqual([]);
  });
});

describe("the rules of single moves", () => {
  const days = (n: number) => new Date(monday.getTime() + n * DAY_MS);
  const rows: [string, Standing, Partial<Case>, MoveRequest, Date, string | null][] = [
    ["asks for information", "gridWorker", {}, { move: "askInfo", text: "几幢？" }, monday, null],
    [
      "asks only once in a state",
      "gridWorker",
      { askedIn: ["SUBMITTED"] },
      { move: "askInfo", text: "几幢？" },
      monday,
      "case.already_asked",
    ],
    [
      "says what is missing",
      "gridWorker",
      {},
      { move: "askInfo", text: "  " },
      monday,
      "case.move_incomplete",
    ],
    [
      "takes on what a grid can do",
      "gridWorker",
      { status: "ACCEPTED" },
      { move: "selfHandle" },
      monday,
      null,
    ],
    [
      "leaves to the town what it cannot",
      "gridWorker",
      { status: "ACCEPTED", level: "T" },
      { move: "selfHandle" },
      monday,
      "case.not_for_grid",
    ],
    ["withdraws an everyday matter", "reporter", {}, { move: "withdraw" }, monday, null],
    [
      "cannot withdraw a danger",
      "reporter",
      { priority: "P1" },
      { move: "withdraw" },
      monday,
      "case.not_withdrawable",
    ],
    [
      "shows evidence where it is wanted",
      "gridWorker",
      { status: "GRID_HANDLING" },
      { move: "feedback", result: "solved", text: "已清运" },
      monday,
      "case.evidence_needed",
    ],
    [
      "needs none where it is not",
      "gridWorker",
      { status: "GRID_HANDLING", evidenceNeeded: false },
      { move: "feedback", result: "solved", text: "已清运" },
      monday,
      null,
    ],
    [
      "names the result",
      "gridWorker",
      { status: "GRID_HANDLING", evidenceNeeded: false },
      { move: "feedback", text: "已清运" },
      monday,
      "case.move_incomplete",
    ],
    [
      "names the unit",
      "commandDesk",
      { status: "ACCEPTED" },
      { move: "dispatch" },
      monday,
      "case.move_incomplete",
    ],
    [
      "disputes on the fifteenth day",
      "reporter",
      { status: "CLOSED", closedAt: monday },
      { move: "dispute", text: "又满了" },
      days(DISPUTE_DAYS),
      null,
    ],
    [
      "is too late after it",
      "reporter",
      { status: "CLOSED", closedAt: monday },
      { move: "dispute", text: "又满了" },
      new Date(days(DISPUTE_DAYS).getTime() + 1),
      "case.dispute_too_late",
    ],
    [
      "disputes a second time",
      "reporter",
      { status: "FEEDBACK", disputes: MAX_DISPUTES - 1 },
      { move: "dispute", text: "又满了" },
      monday,
      null,
    ],
    [
      "does not dispute a third time",
      "reporter",
      { status: "FEEDBACK", disputes: MAX_DISPUTES },
      { move: "dispute", text: "又满了" },
      monday,
      "case.disputed_enough",
    ],
  ];

  test.each(rows)("%s", (_, standing, given, request, now, refusal) => {
    const decision = decideMove([standing], someCase(given), request, now);
    expect(decision.ok ? null : decision.code).toBe(refusal);
  });

  test("a full history takes no more notes, but still its end", () => {
    const [line] = someCase().timeline;
    const timeline = Array.from({ length: MAX_TIMELINE }, () => ({ ...line! }));
    const kase = someCase({ status: "GRID_HANDLING", timeline });
    expect(openMoves(["gridWorker"], kase, monday)).toEqual(["feedback"]);
  });

  test("a supplement leads back to where it was asked", () => {
    const kase = someCase({ status: "NEED_INFO", returnTo: "IN_PROGRESS" });
    const decision = decideMove(["reporter"], kase, { move: "supplement", text: "3幢" }, monday);
    expect(decision).toEqual({ ok: true, value: { to: "IN_PROGRESS", by: "reporter" } });
  });
});
