import { describe, expect, test } from "vitest";
import {
  carryOut,
  decideMove,
  newCase,
  Report,
  type Case,
  type MoveRequest,
  type Standing,
} from "@gongzhi/shared/cases";
import { AccountId, CaseId, HOUR_MS } from "@gongzhi/shared/core";
import { eventType, sessions } from "../../../seeds/taxonomy.ts";
import { workCalendar } from "./calendar.ts";
import { derive, derivedNames } from "./derived.ts";

const START = new Date("2026-03-04T10:00:00+08:00");
const calendar = workCalendar(sessions);
const me = AccountId.parse("a".repeat(24));

const reported = (): Case => {
  const report = Report.parse({
    draftId: crypto.randomUUID(),
    words: "路灯不亮了。",
    typeCode: "040400",
    place: { gridCode: "990102001001001", point: null, address: null },
    channel: "web",
  });
  return newCase(report, {
    id: CaseId.parse("c".repeat(24)),
    caseNo: "SJ20260304000011",
    reporterId: me,
    gridCode: "990102001001001",
    type: eventType("040400"),
    now: START,
    calendar,
  });
};

/** The case after these moves, each so many hours after the report. */
function after(...moves: [hours: number, by: Standing, request: MoveRequest][]): Case {
  return moves.reduce((kase, [hours, by, request]) => {
    const now = new Date(START.getTime() + hours * HOUR_MS);
    const decision = decideMove([by], kase, request, now);
    if (!decision.ok) throw new Error(`${request.move}: ${decision.code}`);
    return carryOut(kase, request, { ...decision.value, byId: me, now, calendar });
  }, reported());
}

const accept: [number, Standing, MoveRequest] = [1, "gridWorker", { move: "accept" }];
const dispatch: [number, Standing, MoveRequest] = [2, "commandDesk", { move: "dispatch", unit: "SZ" }];
const sign: [number, Standing, MoveRequest] = [3, "station", { move: "sign" }];
const contact = (hours: number): [number, Standing, MoveRequest] => [
  hours,
  "station",
  { move: "contact", text: "已联系" },
];

describe("what is stored beside a case", () => {
  test("is exactly what is left out again when it is read", () => {
    expect(Object.keys(derive(reported())).sort()).toEqual([...derivedNames].sort());
  });

  test("its territories, from the grid to the county", () => {
    expect(derive(reported())).toMatchObject({
      county: "990102",
      within: ["990102001001001", "990102001001", "990102001000", "990102000000"],
      classCode: "04",
      public: true,
      open: true,
      closed: false,
      nextBy: "gridWorker",
      waitsForReporter: false,
    });
  });

  test("who acts next, also when that is the reporter", () => {
    expect(derive(after(accept, dispatch))).toMatchObject({ nextBy: "station", waitsForReporter: false });
    const asked = after([1, "gridWorker", { move: "askInfo", text: "哪里？" }]);
    expect(derive(asked)).toMatchObject({ nextBy: "reporter", waitsForReporter: true, public: true });
    expect(derive(after([1, "reporter", { move: "withdraw" }]))).toMatchObject({
      nextBy: null,
      open: false,
      public: false,
    });
  });

  test("when the reporter last did something, which a worker's step is not", () => {
    expect(derive(after(accept)).reporterActedAt).toEqual(START);
    const supplemented = after(
      [1, "gridWorker", { move: "askInfo", text: "哪里？" }],
      [5, "reporter", { move: "supplement", text: "南门" }],
    );
    expect(derive(supplemented).reporterActedAt).toEqual(new Date(START.getTime() + 5 * HOUR_MS));
  });
});

describe("whether a response counts as due, and was in time", () => {
  // Reported on Wednesday at ten, eight working hours to respond: Thursday at ten.
  const due = new Date("2026-03-05T10:00:00+08:00");

  test.each<[because: string, kase: () => Case, dueAt: Date | null, inTime: boolean]>([
    ["nothing happened yet", reported, due, false],
    ["contacted before", () => after(accept, dispatch, sign, contact(4)), due, true],
    ["contacted on the minute", () => after(accept, dispatch, sign, contact(24)), due, true],
    ["contacted after", () => after(accept, dispatch, sign, contact(24.1)), due, false],
    ["withdrawn before", () => after([2, "reporter", { move: "withdraw" }]), null, false],
    ["withdrawn after", () => after([25, "reporter", { move: "withdraw" }]), due, false],
    [
      "waiting for the reporter since before",
      () => after([2, "gridWorker", { move: "askInfo", text: "？" }]),
      null,
      false,
    ],
    [
      "waiting for the reporter since after",
      () => after([25, "gridWorker", { move: "askInfo", text: "？" }]),
      due,
      false,
    ],
  ])("%s", (_, kase, dueAt, inTime) => {
    expect(derive(kase())).toMatchObject({ responseDueAt: dueAt, answeredInTime: inTime });
  });
});
