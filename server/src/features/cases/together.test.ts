import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HOUR_MS } from "@gongzhi/shared/core";
import type { SignedInPerson } from "../../testing/person.ts";
import { events, openTown, places, someReport, type Town } from "../../testing/town.ts";
import { CaseModel, FollowModel } from "./model.ts";
import { caseRepository } from "./repository.ts";

let town: Town;
let reporter: SignedInPerson;

beforeAll(async () => {
  town = await openTown();
  reporter = await town.resident();
});
afterAll(() => town.close());

const outcomes = async <T>(all: Promise<T>[]) => {
  const settled = await Promise.allSettled(all);
  return {
    done: settled.flatMap((each) => (each.status === "fulfilled" ? [each.value] : [])),
    refused: settled.flatMap((each) =>
      each.status === "rejected" ? [(each.reason as { code: string }).code] : [],
    ),
  };
};

describe("several at once", () => {
  test("a report sent twenty times at the same moment, with its photos, is one case", async () => {
    const report = someReport({ photoIds: [await town.photo(reporter), await town.photo(reporter)] });
    const sent = await Promise.all(Array.from({ length: 20 }, () => reporter.client.cases.report(report)));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(new Set(sent.map(({ caseNo }) => caseNo)).size).toBe(1);
    expect(sent[0]?.photos).toHaveLength(2);
    expect(await CaseModel.countDocuments({ draftId: report.draftId })).toBe(1);
  });

  test("the same draft of another person is another case", async () => {
    const report = someReport();
    const other = await town.resident();
    const [one, two] = [await town.report(reporter, report), await town.report(other, report)];
    expect(one.id).not.toBe(two.id);
  });

  test("a report sent again later answers the case as it is by then", async () => {
    const report = someReport();
    const first = await town.report(reporter, report);
    await town.move(await town.worker("gridWorker", places.grid), first, "accept");
    expect(await town.report(reporter, report)).toMatchObject({
      id: first.id,
      status: "ACCEPTED",
      revision: 2,
    });
  });

  test("a hundred reports at once have a hundred numbers, without a gap", async () => {
    await town.goTo("2026-03-12T09:00:00+08:00");
    const reported = await Promise.all(Array.from({ length: 100 }, () => town.report(reporter)));
    const sequences = reported.map(({ caseNo }) => Number(caseNo.slice(10, 15))).sort((a, b) => a - b);
    expect(sequences).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
  });

  test("a number that is taken already is passed over", async () => {
    await town.goTo("2026-03-13T09:00:00+08:00");
    const first = await town.report(reporter);
    const stored = await caseRepository.find(first.id);
    if (!stored) throw new Error("the case is gone");
    const copy = { ...stored, id: "f".repeat(24) as never, draftId: crypto.randomUUID() };
    expect(await caseRepository.insert(copy)).toBe("number_taken");
  });

  test("two workers move at once: one does, the other is told, and nothing is written twice", async () => {
    const kase = await town.report(reporter);
    const workers = await Promise.all([0, 1, 2, 3].map(() => town.worker("gridWorker", places.grid)));
    const { done, refused } = await outcomes(workers.map((worker) => town.move(worker, kase, "accept")));
    expect(done).toHaveLength(1);
    expect(refused).toEqual(Array(3).fill("case.moved_meanwhile"));
    const now = await reporter.client.cases.view({ caseId: kase.id });
    expect(now.timeline.map(({ move }) => move)).toEqual(["submit", "accept"]);
  });

  test("following twice at once is following once", async () => {
    const kase = await town.report(reporter);
    const follower = await town.resident();
    const follow = () => follower.client.cases.follow({ caseId: kase.id, follow: true });
    await Promise.all([follow(), follow(), follow()]);
    expect(await FollowModel.countDocuments({ caseId: kase.id })).toBe(1);
    expect(await follow()).toMatchObject({ followed: true, followers: 1 });
    expect(await follower.client.cases.follow({ caseId: kase.id, follow: false })).toMatchObject({
      followed: false,
      followers: 0,
    });
  });
});

describe("when nobody answers", () => {
  async function fedBack() {
    const worker = await town.worker("gridWorker", places.grid);
    const desk = await town.worker("commandDesk", places.town);
    const station = await town.worker("station", places.town, "SZ");
    const reported = await town.report(reporter, { typeCode: events.lamp });
    const accepted = await town.move(worker, reported, "accept");
    const dispatched = await town.move(desk, accepted, "dispatch", { unit: "SZ" });
    const signed = await town.move(station, dispatched, "sign");
    return town.move(station, signed, "feedback", { result: "solved", text: "好了" });
  }
  const job = () => town.app.jobs.run("cases.endSilence");
  const see = (kase: { id: string }) => reporter.client.cases.view({ caseId: kase.id });

  test("seven days of silence close a case as unconfirmed, once, and not a moment before", async () => {
    await town.goTo("2026-03-16T09:00:00+08:00");
    const kase = await fedBack();
    await town.goTo(7 * 24 * HOUR_MS - 1);
    await job();
    expect(await see(kase)).toMatchObject({ status: "FEEDBACK" });

    await town.goTo(1);
    const ends = town.app.features.cases.endSilence(town.clock.now());
    await Promise.all([ends, town.app.features.cases.endSilence(town.clock.now()), job()]);
    const closed = await see(kase);
    expect(closed).toMatchObject({ status: "CLOSED", closedBy: "silence" });
    expect(closed.timeline.filter(({ move }) => move === "autoConfirm")).toHaveLength(1);
    expect(closed.moves).toEqual(["dispute"]);
  });

  test("without the information asked for a case goes on after five working days, its clock with it", async () => {
    await town.goTo("2026-03-09T10:00:00+08:00");
    const worker = await town.worker("gridWorker", places.grid);
    const reported = await town.report(reporter, { typeCode: events.lamp });
    const asked = await town.move(worker, reported, "askInfo", { text: "哪一段？" });
    expect(asked.next).toMatchObject({ limit: "supplement", by: "2026-03-16T02:00:00.000Z" });

    await town.goTo("2026-03-16T10:00:00+08:00");
    await job();
    const going = await see(asked);
    expect(going).toMatchObject({ status: "SUBMITTED", paused: false });
    expect(going.timeline.at(-1)).toMatchObject({ move: "supplement", by: "system" });
    // Two working hours from Monday 10:00 were left of the limit to accept, and two are left now.
    expect(going.next?.by).toBe("2026-03-16T04:00:00.000Z");
  });
});
