import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isCaseNumber, type CaseView } from "@gongzhi/shared/cases";
import { HOUR_MS } from "@gongzhi/shared/core";
import { pointIn } from "../../../seeds/grids.ts";
import type { SignedInPerson } from "../../testing/person.ts";
import { events, openTown, places, type Town } from "../../testing/town.ts";

let town: Town;
let reporter: SignedInPerson;
let gridWorker: SignedInPerson;
let desk: SignedInPerson;
let station: SignedInPerson;

beforeAll(async () => {
  town = await openTown();
  reporter = await town.resident();
  gridWorker = await town.worker("gridWorker", places.grid);
  desk = await town.worker("commandDesk", places.town);
  station = await town.worker("station", places.town, "SZ");
});
afterAll(() => town.close());

const last = (kase: CaseView) => kase.timeline.at(-1);

describe("the whole life of a case", () => {
  test("handled by the grid: reported, accepted, handled, fed back, confirmed", async () => {
    const reported = await town.report(reporter);
    expect(reported).toMatchObject({ status: "SUBMITTED", mine: true, gridCode: places.grid, revision: 1 });
    expect(isCaseNumber(reported.caseNo)).toBe(true);
    expect(reported.next).toMatchObject({ who: "gridWorker", limit: "accept" });
    expect(reported.moves).toEqual(["withdraw"]);

    const offered = await gridWorker.client.cases.view({ caseId: reported.id });
    expect(offered.moves).toEqual(expect.arrayContaining(["accept", "askInfo"]));

    await town.goTo(HOUR_MS / 2);
    const accepted = await town.move(gridWorker, offered, "accept");
    expect(accepted).toMatchObject({ status: "ACCEPTED", revision: 2, handling: true });

    const handling = await town.move(gridWorker, accepted, "selfHandle");
    const contacted = await town.move(gridWorker, handling, "contact", { text: "已联系，马上到。" });
    expect(contacted).toMatchObject({ status: "GRID_HANDLING", next: { limit: "resolve" } });

    const noted = await town.move(gridWorker, contacted, "progress", {
      text: "叫了清运车",
      visibility: "internal",
    });
    const proof = await town.photo(gridWorker);
    const answered = await town.move(gridWorker, noted, "feedback", {
      result: "solved",
      text: "垃圾已清走",
      photoIds: [proof],
    });
    expect(answered).toMatchObject({
      status: "FEEDBACK",
      result: "solved",
      next: { who: "reporter", limit: "confirm" },
    });

    const asked = await reporter.client.cases.view({ caseId: reported.id });
    expect(asked.moves).toEqual(["confirm", "dispute"]);
    expect(asked.timeline.map(({ text }) => text)).not.toContain("叫了清运车");
    const closed = await town.move(reporter, asked, "confirm");
    expect(closed).toMatchObject({ status: "CLOSED", closedBy: "reporter", next: null });
    expect(last(closed)).toMatchObject({ move: "confirm", by: "reporter", mine: true });

    const seen = await town.guest.client.cases.view({ caseId: reported.id });
    expect(seen.timeline.map(({ move }) => move)).toEqual([
      "submit",
      "accept",
      "selfHandle",
      "contact",
      "feedback",
      "confirm",
    ]);
    expect(seen.timeline.find(({ move }) => move === "feedback")?.photos).toHaveLength(1);
  });

  test("dispatched, disputed and dispatched again: closing needs both sides", async () => {
    const reported = await town.report(reporter, { typeCode: events.lamp, words: "学苑路一整排路灯不亮。" });
    const accepted = await town.move(gridWorker, reported, "accept");
    expect(accepted.next?.who).toBe("commandDesk");
    const offered = (await desk.client.cases.view({ caseId: accepted.id })).units;
    expect([offered.includes("SZ"), accepted.units]).toEqual([true, []]);
    const dispatched = await town.move(desk, accepted, "dispatch", { unit: "SZ" });
    expect(dispatched).toMatchObject({
      status: "DISPATCHED",
      unit: "SZ",
      next: { who: "station", unit: "SZ" },
    });
    const signed = await town.move(station, dispatched, "sign");
    const answered = await town.move(station, signed, "feedback", { result: "solved", text: "换了三盏" });
    const disputed = await town.move(reporter, answered, "dispute", { text: "还有四盏不亮" });
    expect(disputed).toMatchObject({ status: "REWORK", result: null, next: { who: "commandDesk" } });

    const again = await town.move(desk, disputed, "dispatch", { unit: "SZ" });
    const signedAgain = await town.move(station, again, "sign");
    const solved = await town.move(station, signedAgain, "feedback", {
      result: "solved",
      text: "七盏都亮了",
    });
    expect(await town.move(reporter, solved, "confirm")).toMatchObject({
      status: "CLOSED",
      closedBy: "reporter",
    });
  });

  test("asking for information stops the clock, the answer lets it go on by exactly that time", async () => {
    await town.goTo("2026-03-04T10:00:00+08:00");
    const reported = await town.report(reporter, { typeCode: events.lamp });
    const asked = await town.move(gridWorker, reported, "askInfo", { text: "是哪一段路？" });
    expect(asked).toMatchObject({
      status: "NEED_INFO",
      paused: true,
      next: { who: "reporter", limit: "supplement" },
    });

    await town.goTo("2026-03-05T10:00:00+08:00");
    const told = await town.move(reporter, asked, "supplement", { text: "南门到地铁口" });
    expect(told).toMatchObject({ status: "SUBMITTED", paused: false });
    // A whole working day was waited for: Wednesday 12:00 becomes Thursday 12:00.
    expect(reported.limits.acceptDueAt).toBe("2026-03-04T04:00:00.000Z");
    expect(told.limits.acceptDueAt).toBe("2026-03-05T04:00:00.000Z");
  });

  test("accepting may correct the event type, and the limits with it", async () => {
    const reported = await town.report(reporter);
    const accepted = await town.move(gridWorker, reported, "accept", { typeCode: events.lamp });
    expect(accepted).toMatchObject({ typeCode: events.lamp, level: "T", next: { who: "commandDesk" } });
    expect(accepted.limits.resolveDueAt > reported.limits.resolveDueAt).toBe(true);
  });

  test("a case number counts the county's day, and its check digit is right", async () => {
    await town.goTo("2026-03-11T09:00:00+08:00");
    const first = await town.report(reporter);
    const second = await town.report(reporter);
    const elsewhere = await town.report(reporter, {
      place: { gridCode: "990121101001001", point: null, address: null },
    });
    expect(first.caseNo.slice(0, 15)).toBe("SJ2026031100001");
    expect(second.caseNo.slice(0, 15)).toBe("SJ2026031100002");
    expect(elsewhere.caseNo.slice(0, 15)).toBe("SJ2026031100001");
  });
});

describe("the place of a report", () => {
  test("the outline a point lies in decides, whatever was picked", async () => {
    const point = pointIn(places.otherGrid, "somewhere");
    const kase = await town.report(reporter, { place: { gridCode: places.grid, point, address: null } });
    expect(kase.gridCode).toBe(places.otherGrid);
  });

  test("a unified address by any of its names finds its grid", async () => {
    const kase = await town.report(reporter, {
      place: { gridCode: null, point: null, address: "望湖苑3栋2-501" },
    });
    expect(kase.gridCode).toBe(places.grid);
  });

  test.each([
    ["nothing at all", { gridCode: null, point: null, address: null }, "case.place_needed"],
    ["a point far away", { gridCode: null, point: { lng: 0, lat: 0 }, address: null }, "division.outside"],
    ["a grid there is not", { gridCode: "990102001001799", point: null, address: null }, "division.outside"],
    ["an address nobody knows", { gridCode: null, point: null, address: "某处某号" }, "division.outside"],
  ])("%s is refused", async (_, place, code) => {
    await expect(town.report(reporter, { place })).rejects.toMatchObject({ code });
  });
});
