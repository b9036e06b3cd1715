import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AgeBand } from "@gongzhi/shared/accounts";
import { openStatuses, type Case } from "@gongzhi/shared/cases";
import { DAY_MS, startOfShanghaiDay, startOfShanghaiWeek, type AccountId } from "@gongzhi/shared/core";
import { isWithin } from "@gongzhi/shared/divisions";
import { suppressTogether, type Figures } from "@gongzhi/shared/participation";
import { gridCodes, communities } from "../../../seeds/divisions.ts";
import { lottery, randomLife, type Lottery } from "../../testing/lives.ts";
import { openTown, places, type Town } from "../../testing/town.ts";
import { followRepository } from "../cases/follows.repository.ts";
import { CaseModel, FollowModel } from "../cases/model.ts";
import { caseRepository } from "../cases/repository.ts";
import { participationService } from "./service.ts";
import type { Person } from "./tabulate.ts";

const NOW = new Date("2026-03-06T15:00:00+08:00");
let town: Town;
beforeAll(async () => {
  town = await openTown({ now: NOW });
});
afterAll(() => town.close());

/** Everything that was made up, in plain memory. */
interface MadeUp {
  readonly cases: Case[];
  readonly follows: { caseGrid: string; accountId: AccountId; at: Date }[];
  readonly people: Map<AccountId, Person>;
}

async function makeUp(chance: Lottery): Promise<MadeUp> {
  const people = new Map<AccountId, Person>();
  for (let count = 0; count < 60; count += 1) {
    const about = {
      communityCode: chance.oneOf([null, ...communities]),
      ageBand: chance.oneOf([null, ...AgeBand.options]),
    };
    const phone = `137${String(chance.below(1e8)).padStart(8, "0")}`;
    people.set(await town.app.features.accounts.enrolResident({ phone, ...about }, NOW), about);
  }
  const ids = [...people.keys()];
  const cases = Array.from({ length: 120 }, (_, serial) =>
    randomLife(chance, {
      serial,
      reporterId: chance.oneOf(ids),
      gridCode: chance.oneOf(gridCodes),
      now: NOW,
    }),
  );
  for (const kase of cases) await caseRepository.insert(kase);

  const follows = new Map<string, MadeUp["follows"][number]>();
  for (let count = 0; count < 80; count += 1) {
    const [kase, accountId] = [chance.oneOf(cases), chance.oneOf(ids)];
    const at = new Date(NOW.getTime() - chance.below(10 * DAY_MS));
    if (follows.has(`${kase.id} ${accountId}`)) continue;
    follows.set(`${kase.id} ${accountId}`, { caseGrid: kase.gridCode, accountId, at });
    await followRepository.add(kase, accountId, at);
  }
  return { cases, follows: [...follows.values()], people };
}

/** The figures counted by hand, one definition after the other. */
function countedByHand({ cases, follows, people }: MadeUp, division: string): Figures {
  const here = cases.filter(({ gridCode }) => isWithin(gridCode, division));
  const monthAgo = new Date(NOW.getTime() - 30 * DAY_MS);
  const monday = startOfShanghaiWeek(NOW);
  const isOpen = ({ status }: Case) => (openStatuses as readonly string[]).includes(status);

  const responsesDue = here.filter((kase) => {
    const due = kase.limits.respondDueAt;
    if (kase.submittedAt < monthAgo || due > NOW) return false;
    if (kase.contactedAt) return true;
    if (kase.pausedAt) return kase.pausedAt >= due;
    const end = kase.timeline[kase.timeline.length - 1]?.at ?? kase.submittedAt;
    return isOpen(kase) || end >= due;
  });
  const inTime = responsesDue.filter(
    ({ contactedAt, limits }) => contactedAt && contactedAt <= limits.respondDueAt,
  );
  const closed = here.filter(
    ({ status, closedAt }) => status === "CLOSED" && closedAt && closedAt >= monthAgo,
  );

  const taking = new Set<AccountId>();
  for (const { reporterId, timeline } of here)
    for (const { move, by, at } of timeline)
      if (by === "reporter" && at >= monday && /^(submit|supplement|confirm|dispute)$/.test(move))
        taking.add(reporterId);
  for (const { caseGrid, accountId, at } of follows)
    if (isWithin(caseGrid, division) && at >= monday) taking.add(accountId);

  const about = [...taking].map((id) => people.get(id) ?? { communityCode: null, ageBand: null });
  const inside = communities.filter((code) => isWithin(code, division));
  const lives = (code: string) => about.filter(({ communityCode }) => communityCode === code).length;
  const unsaid = about.filter(({ communityCode }) => communityCode === null).length;
  const away = about.length - unsaid - inside.reduce((sum, code) => sum + lives(code), 0);
  const [byCommunity, byAgeBand] = suppressTogether([
    [
      ...inside.map((key) => ({ key, count: lives(key) })),
      { key: "elsewhere", count: away },
      { key: "unsaid", count: unsaid },
    ],
    [
      ...AgeBand.options.map((key) => ({
        key,
        count: about.filter(({ ageBand }) => ageBand === key).length,
      })),
      { key: "unsaid", count: about.filter(({ ageBand }) => ageBand === null).length },
    ],
  ]);
  return {
    division,
    at: NOW.toISOString(),
    reportsToday: here.filter(({ submittedAt }) => submittedAt >= startOfShanghaiDay(NOW)).length,
    open: here.filter(isOpen).length,
    answeredInTime: { part: inTime.length, whole: responsesDue.length },
    closedConfirmed: {
      part: closed.filter(({ closedBy }) => closedBy === "reporter").length,
      whole: closed.length,
    },
    takingPart: {
      total: byCommunity?.total ?? null,
      byCommunity: byCommunity?.cells ?? [],
      byAgeBand: byAgeBand?.cells ?? [],
    },
  };
}

describe("every figure equals a direct count", () => {
  beforeEach(async () => {
    await Promise.all([CaseModel.deleteMany({}), FollowModel.deleteMany({})]);
  });

  test.each([1, 2, 3])("over made-up lives, number %i", async (seed) => {
    const madeUp = await makeUp(lottery(seed));
    const divisions = [
      places.county,
      places.town,
      places.community,
      places.otherCommunity,
      places.otherCounty,
    ];
    // What an earlier week of other lives had hidden is no business of this one.
    const fresh = participationService(town.app.features);
    for (const division of divisions) {
      const figures = await fresh.figuresOf(division, NOW);
      expect(figures).toEqual(countedByHand(madeUp, division));
      const cells = [...figures.takingPart.byCommunity, ...figures.takingPart.byAgeBand];
      expect(cells.filter(({ count }) => count !== null && count < 5)).toEqual([]);
    }
    // The lives were varied enough for the counts to mean something.
    const whole = countedByHand(madeUp, places.county);
    for (const share of [whole.answeredInTime, whole.closedConfirmed]) {
      expect(share.part).toBeGreaterThan(0);
      expect(share.part).toBeLessThan(share.whole);
    }
    expect([whole.reportsToday, whole.open].every((count) => count > 0)).toBe(true);
  });
});

describe("figures over HTTP", () => {
  test("change with the report that changes them", async () => {
    const figures = () => town.guest.client.participation.figures({ division: places.community });
    const before = await figures();
    const reporter = await town.resident();
    await town.report(reporter);
    expect(await figures()).toMatchObject({ reportsToday: before.reportsToday + 1, open: before.open + 1 });
  });

  test("are pushed to those watching the division", async () => {
    const watcher = await town.guest.listen(`figures:${places.town}`);
    const reporter = await town.resident();
    await town.report(reporter);
    const pushed = await watcher.next("figures.changed");
    expect(pushed).toEqual(await town.guest.client.participation.figures({ division: places.town }));
    watcher.close();
  });

  test.each(["990102001009", "990000000000", "123412341234"])("there are none of %s", async (division) => {
    await expect(town.guest.client.participation.figures({ division })).rejects.toMatchObject({
      code: "division.not_found",
    });
  });
});
