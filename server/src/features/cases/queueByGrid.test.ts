import { afterAll, beforeAll, expect, test } from "vitest";
import type { CaseView } from "@gongzhi/shared/cases";
import type { SignedInPerson } from "../../testing/person.ts";
import { events, openTown, places, type Town } from "../../testing/town.ts";

let town: Town;
let reporter: SignedInPerson;
let litter: CaseView;
let lamp: CaseView;

beforeAll(async () => {
  town = await openTown();
  reporter = await town.resident();
  const at = (gridCode: string) => ({ place: { gridCode, point: null, address: null } });
  litter = await town.report(reporter, { typeCode: events.litter, ...at(places.grid) });
  lamp = await town.report(reporter, { typeCode: events.lamp, ...at(places.otherGrid) });
  await town.report(reporter, { typeCode: events.litter, ...at(places.otherTownsGrid) });
});
afterAll(() => town.close());

test("each grid of a desk's town says what is open, what waits for the desk and what is late", async () => {
  const worker = await town.worker("gridWorker", places.otherGrid);
  const desk = await town.worker("commandDesk", places.town);
  await town.move(worker, lamp, "accept");
  const before = await desk.client.cases.queueByGrid();
  expect(before.grids).toEqual([
    { gridCode: places.grid, open: 1, yours: 0, late: 0 },
    { gridCode: places.otherGrid, open: 1, yours: 1, late: 0 },
  ]);
  await town.goTo(Date.parse(litter.limits.acceptDueAt) - town.clock.now().getTime());
  const { grids } = await desk.client.cases.queueByGrid();
  expect(grids.map(({ gridCode, late }) => [gridCode, late])).toContainEqual([places.grid, 1]);
});

test("a queue is narrowed to a part of the area, and its counts stay those of all of it", async () => {
  const desk = await town.worker("commandDesk", places.town);
  const { items, all } = await desk.client.cases.queue({ which: "all", division: places.grid });
  expect(items.map(({ id }) => id)).toEqual([litter.id]);
  expect(all).toBe(2);
});

test("a wider area than one's own shows one's own, an area elsewhere nothing", async () => {
  const worker = await town.worker("gridWorker", places.grid);
  const seen = async (division: string) =>
    (await worker.client.cases.queue({ which: "all", division })).items.map(({ id }) => id);
  expect(await seen(places.county)).toEqual([litter.id]);
  expect(await seen(places.otherTown)).toEqual([]);
});

test("a station counts what its department leads, somebody without cases nothing", async () => {
  const station = await town.worker("station", places.town, "HW");
  expect(await station.client.cases.queueByGrid()).toEqual({ grids: [] });
  const admin = await town.worker("admin", places.county);
  expect(await admin.client.cases.queueByGrid()).toEqual({ grids: [] });
});

test("a division that does not exist is refused, and residents have no queue", async () => {
  const desk = await town.worker("commandDesk", places.town);
  const nowhere = desk.client.cases.queue({ division: "990102600000" });
  await expect(nowhere).rejects.toMatchObject({ code: "division.not_found" });
  await expect(reporter.client.cases.queueByGrid()).rejects.toMatchObject({ code: "account.not_allowed" });
});
