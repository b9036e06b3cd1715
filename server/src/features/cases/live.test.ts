import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rooms } from "@gongzhi/shared/live";
import type { Listener, Person, SignedInPerson } from "../../testing/person.ts";
import { events, openTown, places, type Town } from "../../testing/town.ts";

const PHONE = "13987654321";
const COUNTY = places.county.slice(0, 6);
let town: Town;
let reporter: SignedInPerson;
let gridWorker: SignedInPerson;
const open: Listener[] = [];

beforeAll(async () => {
  town = await openTown();
  reporter = await town.resident({ phone: PHONE });
  gridWorker = await town.worker("gridWorker", places.grid);
});
afterAll(() => {
  open.forEach((listener) => listener.close());
  return town.close();
});

async function listen(who: Person, ...names: string[]): Promise<Listener> {
  const listener = await who.listen(...names);
  open.push(listener);
  return listener;
}

/** Whatever was sent to this connection so far has come by the time an answer comes back. */
const settled = (listener: Listener) =>
  new Promise<void>((done) => listener.socket.emit("enter", [], () => done()));

describe("live events", () => {
  test("a report reaches the workers of its grid, community, town and county, and the public", async () => {
    const watching = [
      await listen(gridWorker, rooms.division(places.grid)),
      await listen(await town.worker("communityWorker", places.community), rooms.division(places.community)),
      await listen(await town.worker("commandDesk", places.town), rooms.division(places.town)),
      await listen(town.guest, rooms.publicCases(COUNTY)),
      await listen(reporter, rooms.account(reporter.id)),
    ];
    const elsewhere = await listen(
      await town.worker("gridWorker", places.otherGrid),
      rooms.division(places.otherGrid),
    );
    expect(watching.flatMap(({ refused }) => refused)).toEqual([]);

    const kase = await town.report(reporter);
    for (const each of watching) {
      expect(await each.next("case.reported")).toEqual({ caseId: kase.id, gridCode: places.grid });
    }
    await settled(elsewhere);
    expect(elsewhere.heard()).toEqual([]);
  });

  test("a report for the parties only does not reach the public", async () => {
    const everyone = await listen(town.guest, rooms.publicCases(COUNTY));
    const worker = await listen(gridWorker, rooms.division(places.grid));
    const kase = await town.report(reporter, { typeCode: events.noise });
    await worker.next("case.reported");
    await town.move(gridWorker, kase, "accept");
    await worker.next("case.moved");
    await settled(everyone);
    expect(everyone.heard()).toEqual([]);
  });

  test("a move reaches whoever has the case open, its reporter and its followers, once each", async () => {
    const kase = await town.report(reporter);
    const follower = await town.resident();
    await follower.client.cases.follow({ caseId: kase.id, follow: true });
    const watching = [
      await listen(town.guest, rooms.case(kase.id), rooms.publicCases(COUNTY)),
      await listen(reporter, rooms.account(reporter.id), rooms.case(kase.id)),
      await listen(follower, rooms.account(follower.id)),
      await listen(gridWorker, rooms.division(places.grid), rooms.case(kase.id)),
    ];
    const moved = await town.move(gridWorker, kase, "accept");
    for (const each of watching) {
      expect(await each.next("case.moved")).toEqual({
        caseId: kase.id,
        revision: moved.revision,
        gridCode: places.grid,
      });
      await settled(each);
      expect(each.heard()).toEqual([]);
    }
  });

  test("the step that takes a case off the public list is told there as well", async () => {
    const kase = await town.report(reporter);
    const everyone = await listen(town.guest, rooms.publicCases(COUNTY));
    await town.move(reporter, kase, "withdraw");
    expect(await everyone.next("case.moved")).toMatchObject({ caseId: kase.id });
  });

  test("who may not see a case may not watch it, and nobody watches another's account or territory", async () => {
    const stranger = await town.resident();
    const kase = await town.report(reporter, { typeCode: events.noise });
    const asked = [rooms.case(kase.id), rooms.account(reporter.id), rooms.division(places.grid)];
    expect((await listen(stranger, ...asked)).refused).toEqual(asked);
    expect((await listen(town.guest, ...asked)).refused).toEqual(asked);
    expect((await listen(reporter, rooms.case(kase.id))).refused).toEqual([]);
    expect((await listen(gridWorker, rooms.division(places.otherGrid))).refused).toEqual([
      rooms.division(places.otherGrid),
    ]);
  });

  test("nothing personal is in any of it", async () => {
    const all = await listen(gridWorker, rooms.division(places.grid), rooms.publicCases(COUNTY));
    const kase = await town.report(reporter, {
      words: "打 13800138000 找我，垃圾没清",
      contactConsent: true,
    });
    await gridWorker.client.cases.openContact({ caseId: kase.id, purpose: "约时间" });
    const opened = await gridWorker.client.cases.view({ caseId: kase.id });
    await town.move(gridWorker, opened, "accept");
    await all.next("case.moved");
    await all.next("case.reported");
    await settled(all);
    const sent = JSON.stringify(all.heard());
    for (const secret of [PHONE, "13800138000", reporter.id, gridWorker.id, "垃圾"])
      expect(sent).not.toContain(secret);
  });
});
