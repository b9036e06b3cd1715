import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CaseView } from "@gongzhi/shared/cases";
import { DAY_MS } from "@gongzhi/shared/core";
import type { SignedInPerson } from "../../testing/person.ts";
import { events, openTown, places, someReport, type MoveInput, type Town } from "../../testing/town.ts";

let town: Town;
let people: Record<
  "reporter" | "stranger" | "grid" | "community" | "desk" | "station" | "farDesk" | "admin",
  SignedInPerson
>;

beforeAll(async () => {
  town = await openTown();
  people = {
    reporter: await town.resident(),
    stranger: await town.resident(),
    grid: await town.worker("gridWorker", places.grid),
    community: await town.worker("communityWorker", places.community),
    desk: await town.worker("commandDesk", places.town),
    station: await town.worker("station", places.town, "SZ"),
    farDesk: await town.worker("commandDesk", places.otherTown),
    admin: await town.worker("admin", places.county),
  };
});
afterAll(() => town.close());

type Who = keyof typeof people | "guest";
const person = (who: Who) => (who === "guest" ? town.guest : people[who]);

/** A case led along these moves. */
async function caseAfter(
  typeCode: string,
  ...moves: [who: Who, move: string, rest?: MoveInput][]
): Promise<CaseView> {
  let kase = await town.report(people.reporter, { typeCode });
  for (const [who, move, rest] of moves) kase = await town.move(person(who), kase, move, rest);
  return kase;
}

/** The status and the code a move is answered by. */
async function answerTo(who: Who, kase: CaseView, move: string, rest: MoveInput = {}) {
  const body = { revision: kase.revision, move, ...rest };
  const reply = await person(who).send({ method: "POST", path: `/api/cases/${kase.id}/moves`, body });
  return [reply.status, (reply.body as { code: string }).code];
}

const solved = { result: "solved", text: "好了" } as const;
const dispatched: [Who, string, MoveInput?][] = [
  ["grid", "accept"],
  ["desk", "dispatch", { unit: "SZ" }],
];
const fedBack: [Who, string, MoveInput?][] = [
  ...dispatched,
  ["station", "sign"],
  ["station", "feedback", solved],
];

describe("each refusal has its name and its status", () => {
  test.each<[because: string, who: Who, string, MoveInput, status: number, code: string]>([
    ["a guest has no session", "guest", "accept", {}, 401, "account.sign_in_needed"],
    ["a stranger is nothing to the case", "stranger", "withdraw", {}, 403, "case.move_not_yours"],
    ["the reporter does not accept", "reporter", "accept", {}, 403, "case.move_not_yours"],
    ["the desk of another town", "farDesk", "accept", {}, 403, "case.move_not_yours"],
    ["an administrator sees to accounts", "admin", "accept", {}, 403, "case.move_not_yours"],
    [
      "a grid worker does not reject",
      "grid",
      "reject",
      { reason: "secret", text: "无" },
      403,
      "case.move_not_yours",
    ],
    ["nothing to confirm yet", "reporter", "confirm", {}, 409, "case.wrong_status"],
    ["not accepted yet", "grid", "selfHandle", {}, 409, "case.wrong_status"],
    ["asking without a question", "grid", "askInfo", {}, 422, "case.move_incomplete"],
    ["asking with blanks only", "grid", "askInfo", { text: "   " }, 422, "case.move_incomplete"],
    ["rejecting without a reason", "desk", "reject", { text: "无" }, 422, "case.move_incomplete"],
    ["correcting to a type there is not", "grid", "accept", { typeCode: "999999" }, 422, "event.unknown"],
    ["a revision from the past", "grid", "accept", { revision: 0 }, 409, "case.moved_meanwhile"],
    ["a move there is not", "grid", "explode", {}, 400, "request.invalid"],
    [
      "a photo that is not there",
      "grid",
      "accept",
      { photoIds: ["0".repeat(24)] },
      422,
      "case.photo_unknown",
    ],
  ])("%s", async (_, who, move, rest, status, code) => {
    expect(await answerTo(who, await caseAfter(events.lamp), move, rest)).toEqual([status, code]);
  });

  test("what the town has to decide is not for the grid alone", async () => {
    const kase = await caseAfter(events.lamp, ["grid", "accept"]);
    expect(await answerTo("grid", kase, "selfHandle")).toEqual([409, "case.not_for_grid"]);
  });

  test.each(["XX", "GRID", "HW"])(
    "a department without a station there, %s, cannot take the lead",
    async (unit) => {
      const kase = await caseAfter(events.lamp, ["grid", "accept"]);
      expect(await answerTo("desk", kase, "dispatch", { unit })).toEqual([422, "case.unit_unknown"]);
    },
  );

  test("information is asked for once in a state", async () => {
    const asked = await caseAfter(
      events.lamp,
      ["grid", "askInfo", { text: "哪里？" }],
      ["reporter", "supplement", { text: "南门" }],
    );
    expect(await answerTo("grid", asked, "askInfo", { text: "哪里？" })).toEqual([409, "case.already_asked"]);
  });

  test("a result of something in the field needs a photo, and one of one's own", async () => {
    const kase = await caseAfter(events.litter, ["grid", "accept"], ["grid", "selfHandle"]);
    expect(await answerTo("grid", kase, "feedback", solved)).toEqual([422, "case.evidence_needed"]);
    const photoIds = [await town.photo(people.stranger)];
    expect(await answerTo("grid", kase, "feedback", { ...solved, photoIds })).toEqual([
      422,
      "case.photo_unknown",
    ]);
  });

  test("an emergency is not withdrawn", async () => {
    const kase = await caseAfter(events.manhole);
    expect(await answerTo("reporter", kase, "withdraw")).toEqual([409, "case.not_withdrawable"]);
  });

  test("the third dispute is for the county, and a late one for nobody", async () => {
    const again: [Who, string, MoveInput?][] = [
      ["reporter", "dispute", { text: "没好" }],
      ["desk", "dispatch", { unit: "SZ" }],
      ["station", "sign"],
      ["station", "feedback", solved],
    ];
    const twice = await caseAfter(events.lamp, ...fedBack, ...again, ...again);
    expect(await answerTo("reporter", twice, "dispute", { text: "没好" })).toEqual([
      409,
      "case.disputed_enough",
    ]);

    const closed = await caseAfter(events.lamp, ...fedBack, ["reporter", "confirm"]);
    await town.goTo(15 * DAY_MS + 1);
    expect(await answerTo("reporter", closed, "dispute", { text: "没好" })).toEqual([
      409,
      "case.dispute_too_late",
    ]);
  });

  test("the station of another department is nothing to the case", async () => {
    const other = await town.worker("station", places.town, "ZFD");
    const kase = await caseAfter(events.lamp, ...dispatched);
    const reply = await other.send({
      method: "POST",
      path: `/api/cases/${kase.id}/moves`,
      body: { revision: kase.revision, move: "sign" },
    });
    expect(reply).toMatchObject({ status: 403, body: { code: "case.move_not_yours" } });
  });
});

describe("reports that are refused", () => {
  test.each([
    ["an event type there is not", { typeCode: "999999" }, 422, "event.unknown"],
    ["four letters are too few of three", { words: "脏乱差" }, 400, "request.invalid"],
    ["a thousand and one", { words: "脏".repeat(1001) }, 400, "request.invalid"],
    ["a photo of somebody else", { photoIds: ["0".repeat(24)] }, 422, "case.photo_unknown"],
    [
      "ten photos",
      { photoIds: Array.from({ length: 10 }, (_, at) => String(at).repeat(24)) },
      400,
      "request.invalid",
    ],
    ["a draft without an id of its own", { draftId: "1" }, 400, "request.invalid"],
  ])("%s", async (_, report, status, code) => {
    const reply = await people.reporter.send({
      method: "POST",
      path: "/api/cases",
      body: someReport(report),
    });
    expect(reply).toMatchObject({ status, body: { code } });
  });

  test("a worker reports in person, as a resident", async () => {
    const reply = await people.grid.send({ method: "POST", path: "/api/cases", body: someReport() });
    expect(reply).toMatchObject({ status: 403, body: { code: "account.not_allowed" } });
  });

  test("operators of the database are words like others, or no report at all", async () => {
    const asValue = { ...someReport(), typeCode: { $ne: "" } };
    const reply = await people.reporter.send({ method: "POST", path: "/api/cases", body: asValue });
    expect(reply).toMatchObject({ status: 400, body: { code: "request.invalid" } });

    const words = '{"$gt": ""} <b>路灯</b>';
    expect((await town.report(people.reporter, { words })).words).toBe(words);

    const list = (query: string) => town.guest.send({ method: "GET", path: `/api/cases?${query}` });
    expect(await list("division[$ne]=1&after[$gt]=")).toEqual(await list(""));
    expect((await list("division=1&division=2")).status).toBe(400);
  });
});
