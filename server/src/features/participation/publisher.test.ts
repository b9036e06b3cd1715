import { expect, test } from "vitest";
import { rooms } from "@gongzhi/shared/live";
import type { Figures } from "@gongzhi/shared/participation";
import { createLog } from "../../core/log.ts";
import { figuresPublisher } from "./publisher.ts";

const GRID = "990102001001001";
const COUNTY = "990102000000";
const TOWN = "990102001000";
const COMMUNITY = "990102001001";

/** A publisher with a second hand that only turns when told, in a world where these rooms are watched. */
function publisher(...watched: string[]) {
  const published: string[] = [];
  const pauses: { ms: number; run: () => void }[] = [];
  const forgotten: string[][] = [];
  let computed = 0;
  const { mark } = figuresPublisher({
    service: {
      forget: (changed) => void forgotten.push([...changed]),
      figuresOf: (division) => {
        computed += 1;
        return Promise.resolve({ division } as Figures);
      },
    },
    live: { publish: (_event, _payload, names) => void published.push(...names) },
    isWatched: (room) => watched.includes(room),
    clock: { now: () => new Date(0) },
    log: createLog("silent"),
    later: (ms, run) => void pauses.push({ ms, run }),
  });
  return {
    mark,
    published,
    forgotten,
    computed: () => computed,
    /** Lets the second pass. */
    async second() {
      await Promise.resolve();
      const due = pauses.splice(0);
      expect(due.every(({ ms }) => ms === 1000)).toBe(true);
      for (const { run } of due) run();
      await Promise.resolve();
    },
  };
}

test("the first change is told at once, the many after it once a second", async () => {
  const { mark, published, second } = publisher(rooms.figures(TOWN));
  for (let count = 0; count < 50; count += 1) mark(GRID);
  await Promise.resolve();
  expect(published).toEqual([rooms.figures(TOWN)]);
  await second();
  expect(published).toHaveLength(2);
  await second();
  await second();
  expect(published).toHaveLength(2);
  mark(GRID);
  await Promise.resolve();
  expect(published).toHaveLength(3);
});

test("community, town and county are told, each in its own room", async () => {
  const watched = [COMMUNITY, TOWN, COUNTY].map(rooms.figures);
  const { mark, published } = publisher(...watched);
  mark(GRID);
  await Promise.resolve();
  expect(published).toEqual(watched);
});

test("nothing is computed for rooms nobody is in, but what was computed before is forgotten", async () => {
  const { mark, published, forgotten, computed } = publisher();
  mark(GRID);
  await Promise.resolve();
  expect([published, computed()]).toEqual([[], 0]);
  expect(forgotten).toEqual([[COMMUNITY, TOWN, COUNTY]]);
});
