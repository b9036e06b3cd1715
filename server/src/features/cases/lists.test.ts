import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CaseSummary, CaseView } from "@gongzhi/shared/cases";
import type { SignedInPerson } from "../../testing/person.ts";
import { events, openTown, places, type Town } from "../../testing/town.ts";
import { CaseModel } from "./model.ts";

let town: Town;
let reporter: SignedInPerson;

beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(async () => {
  await CaseModel.deleteMany({});
  reporter = await town.resident();
});

const at = (gridCode: string) => ({ place: { gridCode, point: null, address: null } });
const ids = (items: readonly CaseSummary[]) => items.map(({ id }) => id);

/** Reads a list to its end, page by page; `between` happens after every page. */
async function all(
  read: (page: { limit: number; after?: string }) => Promise<{ items: CaseSummary[]; next: string | null }>,
  limit: number,
  between: () => Promise<unknown> = () => Promise.resolve(),
) {
  const items: CaseSummary[] = [];
  let after: string | null | undefined;
  do {
    const page = await read(after ? { limit, after } : { limit });
    items.push(...page.items);
    after = page.next;
    await between();
  } while (after);
  return items;
}

describe("public cases", () => {
  test("come newest first, and pages neither skip nor repeat while new ones come in", async () => {
    const before: string[] = [];
    for (let count = 0; count < 9; count += 1) {
      // Three at a time share a moment, so that only their ids tell them apart.
      if (count % 3 === 0) town.clock.pass(1000);
      before.push((await town.report(reporter)).id);
    }
    town.clock.pass(1000);
    const read = await all(town.guest.client.cases.publicList, 2, () => town.report(reporter));
    const old = ids(read).filter((id) => before.includes(id));
    expect(old).toHaveLength(9);
    expect(new Set(ids(read)).size).toBe(read.length);
    const moments = read.map(({ submittedAt }) => submittedAt);
    expect(moments).toEqual([...moments].sort().reverse());
  });

  test("are narrowed down by place, state and class", async () => {
    const litter = await town.report(reporter);
    const lamp = await town.report(reporter, { typeCode: events.lamp, ...at(places.otherGrid) });
    const far = await town.report(reporter, at("990121101001001"));
    await town.report(reporter, { typeCode: events.noise });
    const list = async (filter: object) =>
      ids((await town.guest.client.cases.publicList(filter)).items).sort();

    expect(await list({})).toEqual([litter.id, lamp.id, far.id].sort());
    expect(await list({ division: places.grid })).toEqual([litter.id]);
    expect(await list({ division: places.community })).toEqual([litter.id]);
    expect(await list({ division: places.town })).toEqual([litter.id, lamp.id].sort());
    expect(await list({ division: places.county })).toEqual([litter.id, lamp.id].sort());
    expect(await list({ division: "990000000000" })).toEqual([litter.id, lamp.id, far.id].sort());
    expect(await list({ classCode: "04" })).toEqual([lamp.id]);
    expect(await list({ state: "open", classCode: "01" })).toEqual([litter.id, far.id].sort());
    expect(await list({ state: "closed" })).toEqual([]);
    await expect(list({ division: "110101001001" })).resolves.toEqual([]);
    await expect(list({ division: "000000000000" })).rejects.toMatchObject({ code: "division.not_found" });
  });

  test("are counted by grid, public ones only", async () => {
    await town.report(reporter);
    await town.report(reporter);
    await town.report(reporter, { typeCode: events.noise });
    await town.report(reporter, at(places.otherGrid));
    const counts = async (filter: object) => (await town.guest.client.cases.byGrid(filter)).grids;
    expect(await counts({})).toEqual([
      { gridCode: places.grid, count: 2 },
      { gridCode: places.otherGrid, count: 1 },
    ]);
    expect(await counts({ division: places.otherCommunity })).toEqual([
      { gridCode: places.otherGrid, count: 1 },
    ]);
    expect(await counts({ state: "closed" })).toEqual([]);
  });

  test.each(["x", "0-1-2", "", "9".repeat(201)])(
    "an invented place to go on from, %j, is refused",
    async (after) => {
      const reply = await town.guest.send({ method: "GET", path: `/api/cases?after=${after}` });
      expect(reply).toMatchObject({ status: 400, body: { code: "request.invalid" } });
    },
  );
});

describe("my cases", () => {
  test("those waiting for me come first, then the newest, over all pages", async () => {
    const worker = await town.worker("gridWorker", places.grid);
    const made: CaseView[] = [];
    for (let count = 0; count < 6; count += 1) {
      town.clock.pass(1000);
      made.push(await town.report(reporter));
    }
    for (const kase of [made[1], made[3]])
      if (kase) await town.move(worker, kase, "askInfo", { text: "哪里？" });
    const expected = [3, 1, 5, 4, 2, 0].map((index) => made[index]?.id);
    for (const limit of [1, 2, 4, 10]) {
      expect(ids(await all((page) => reporter.client.cases.mine(page), limit))).toEqual(expected);
    }
  });

  test("are nobody else's, and followed ones are listed apart", async () => {
    const follower = await town.resident();
    const kase = await town.report(reporter);
    const later = await town.report(reporter);
    expect(ids((await follower.client.cases.mine({})).items)).toEqual([]);
    await follower.client.cases.follow({ caseId: kase.id, follow: true });
    town.clock.pass(1000);
    await follower.client.cases.follow({ caseId: later.id, follow: true });
    const followed = await all((page) => follower.client.cases.mine({ ...page, which: "followed" }), 1);
    expect(ids(followed)).toEqual([later.id, kase.id]);
    await town.move(reporter, later, "withdraw");
    expect(ids((await follower.client.cases.mine({ which: "followed" })).items)).toEqual([kase.id]);
  });
});

describe("a worker's queue", () => {
  test("shows what is due next first, whatever came first, over all pages", async () => {
    const slow = await town.report(reporter, { typeCode: "011300" });
    const normal = await town.report(reporter);
    const emergency = await town.report(reporter, { typeCode: events.manhole });
    const worker = await town.worker("gridWorker", places.grid);
    const queue = await all((page) => worker.client.cases.queue(page), 1);
    expect(ids(queue)).toEqual([emergency.id, normal.id, slow.id]);
    const dues = queue.map(({ next }) => next?.by ?? "");
    expect(dues).toEqual([...dues].sort());
  });

  test("holds the cases of one's posts: what waits for oneself, and all", async () => {
    const here = await town.report(reporter, { typeCode: events.lamp });
    const inTown = await town.report(reporter, at(places.otherGrid));
    await town.report(reporter, at(places.otherTownsGrid));
    const worker = await town.worker("gridWorker", places.grid);
    const community = await town.worker("communityWorker", places.community);
    const desk = await town.worker("commandDesk", places.town);
    const station = await town.worker("station", places.town, "SZ");
    const queue = async (who: SignedInPerson, which: "yours" | "all") => {
      const { items, yours, all: total } = await who.client.cases.queue({ which });
      return [ids(items).sort(), yours, total];
    };

    expect(await queue(worker, "yours")).toEqual([[here.id], 1, 1]);
    expect(await queue(community, "yours")).toEqual([[here.id], 1, 1]);
    expect(await queue(desk, "yours")).toEqual([[], 0, 2]);
    expect(await queue(desk, "all")).toEqual([[here.id, inTown.id].sort(), 0, 2]);
    expect(await queue(station, "all")).toEqual([[], 0, 0]);

    const accepted = await town.move(worker, here, "accept");
    expect(await queue(worker, "yours")).toEqual([[], 0, 1]);
    expect(await queue(desk, "yours")).toEqual([[here.id], 1, 2]);
    await town.move(desk, accepted, "dispatch", { unit: "SZ" });
    expect(await queue(station, "yours")).toEqual([[here.id], 1, 1]);
    expect(await queue(await town.worker("station", places.town, "ZFD"), "all")).toEqual([[], 0, 0]);
    expect(await queue(await town.worker("admin", places.county), "all")).toEqual([[], 0, 0]);
  });

  test("of somebody with several posts is one list without doubles", async () => {
    const one = await town.report(reporter);
    const two = await town.report(reporter, at(places.nextGrid));
    const both = await town.signInWorker(
      { role: "gridWorker", territory: places.grid },
      { role: "gridWorker", territory: places.nextGrid },
      { role: "communityWorker", territory: places.community },
    );
    const { items, yours } = await both.client.cases.queue({});
    expect([ids(items).sort(), yours]).toEqual([[one.id, two.id].sort(), 2]);
    expect(ids(await all((page) => both.client.cases.queue(page), 1)).sort()).toEqual(
      [one.id, two.id].sort(),
    );
  });
});
