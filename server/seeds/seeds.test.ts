import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { passwordProblem } from "@gongzhi/shared/accounts";
import { caseMoveNames, isCaseNumber, isPublic, type Case } from "@gongzhi/shared/cases";
import { DAY_MS } from "@gongzhi/shared/core";
import { CaseModel, FollowModel } from "../src/features/cases/model.ts";
import { toCase, type StoredCase } from "../src/features/cases/repository.ts";
import { personAt, type Person } from "../src/testing/person.ts";
import { openWorld, type World } from "../src/testing/world.ts";
import { DEMO_PASSWORD, demoAccounts, seedDemo } from "./index.ts";
import { momentsOf, movedToNow } from "./moments.ts";
import { demoWorkers } from "./people.ts";
import { stories } from "./stories.ts";
import { sessions } from "./taxonomy.ts";
import { workCalendar } from "../src/features/cases/calendar.ts";
import samples from "./data/reports.json" with { type: "json" };

const NOW = new Date("2026-11-25T14:00:00+08:00");
let world: World;
let cases: Case[];

beforeAll(async () => {
  world = await openWorld({ now: NOW, demo: demoAccounts });
  await seedDemo(world.app.features, NOW);
  cases = (await CaseModel.find().sort({ submittedAt: 1 }).lean<StoredCase[]>()).map(toCase);
}, 60_000);
afterAll(() => world.close());

const inState = (status: Case["status"]) => cases.filter((kase) => kase.status === status);

describe("the sample cases", () => {
  test("are thirty, of the days before, numbered by their day, each history whole and in order", () => {
    expect(cases).toHaveLength(30);
    for (const { caseNo, timeline, submittedAt, revision, status } of cases) {
      expect(isCaseNumber(caseNo)).toBe(true);
      const moments = timeline.map(({ at }) => at.getTime());
      expect(moments[0]).toBe(submittedAt.getTime());
      expect(moments).toEqual([...moments].sort((a, b) => a - b));
      expect(moments.every((at) => at < NOW.getTime() && at > NOW.getTime() - 25 * DAY_MS)).toBe(true);
      expect(timeline.at(-1)?.to).toBe(status);
      expect(revision).toBe(timeline.length);
      expect(timeline.slice(1).every(({ move }) => (caseMoveNames as string[]).includes(move))).toBe(true);
    }
  });

  test("stand where there is something to see for everybody", () => {
    expect(inState("SUBMITTED").length).toBeGreaterThanOrEqual(2);
    expect(inState("NEED_INFO").length).toBeGreaterThanOrEqual(1);
    expect(inState("FEEDBACK").length).toBeGreaterThanOrEqual(2);
    expect(inState("NOT_ACCEPTED")).toHaveLength(1);
    expect(inState("WITHDRAWN")).toHaveLength(1);
    const again = cases.filter(({ disputes, status }) => disputes === 1 && status === "IN_PROGRESS");
    expect(again).toHaveLength(2);
    expect(cases.filter(({ closedBy }) => closedBy === "silence")).toHaveLength(1);
    expect(cases.filter(({ closedBy }) => closedBy === "reporter").length).toBeGreaterThanOrEqual(8);
    const late = cases.filter(({ nextDueAt }) => nextDueAt !== null && nextDueAt < NOW);
    expect(late.length).toBeGreaterThanOrEqual(1);
    expect(late.length).toBeLessThanOrEqual(8);
  });

  test("of which none is over by silence without seven days of it", () => {
    for (const { timeline, closedBy, closedAt, feedbackAt } of cases) {
      if (closedBy !== "silence") continue;
      expect((closedAt?.getTime() ?? 0) - (feedbackAt?.getTime() ?? 0)).toBeGreaterThanOrEqual(7 * DAY_MS);
      expect(timeline.at(-1)?.byId).toBeNull();
    }
  });

  test("show a drawn picture wherever a result needs one", () => {
    const needing = cases.filter(({ evidenceNeeded, result }) => evidenceNeeded && result !== null);
    expect(needing.length).toBeGreaterThan(3);
    for (const { timeline } of needing)
      expect(
        timeline.filter(({ move }) => move === "feedback").every(({ photoIds }) => photoIds.length > 0),
      ).toBe(true);
  });

  test("leave the job that ends silence nothing to do", async () => {
    await world.app.jobs.run("cases.endSilence");
    expect(await CaseModel.countDocuments({ status: "CLOSED" })).toBe(inState("CLOSED").length);
  });
});

describe("the sign-ins of the demonstration", () => {
  const signIn = async (login: string, password: string): Promise<Person> => {
    const { token } = await world.guest.client.accounts.signInByPassword({
      name: login,
      password,
      carrier: "token",
    });
    return personAt(world.url, token);
  };

  test("are printed where a visitor looks", async () => {
    expect(await world.guest.client.accounts.demo()).toEqual({ demo: true, accounts: demoAccounts });
    expect(demoAccounts.map(({ role }) => role)).toEqual([
      "resident",
      "resident",
      "resident",
      "gridWorker",
      "gridWorker",
      "communityWorker",
      "commandDesk",
      "station",
      "station",
      "admin",
    ]);
  });

  test.each(
    demoAccounts
      .filter(({ password }) => password !== null)
      .map(({ role, login, password }) => [role, login, password ?? ""] as const),
  )("%s %s works", async (role, login, password) => {
    const worker = await signIn(login, password);
    const { me } = await worker.client.accounts.me();
    expect(me).toMatchObject({ kind: "worker", name: login });
    expect(me?.posts.map((post) => post.role)).toContain(role);
    const { items } = await worker.client.cases.queue({ which: "all" });
    if (role !== "admin" && login !== "青禾街道环境卫生管理所") expect(items.length).toBeGreaterThan(0);
  });

  test("the first three residents own cases that wait for them", async () => {
    for (const { login } of demoAccounts.filter(({ role }) => role === "resident")) {
      await world.guest.client.accounts.sendCode({ phone: login });
      const code = world.codeSentTo(login) ?? "";
      const { token } = await world.guest.client.accounts.signInByCode({
        phone: login,
        code,
        carrier: "token",
      });
      const { items } = await personAt(world.url, token).client.cases.mine({});
      expect(items.length).toBeGreaterThanOrEqual(3);
      expect(items[0]?.next?.who).toBe("reporter");
    }
  });

  test("one password for all, which our own rules allow to each of them", () => {
    expect(new Set(demoWorkers.map(({ name }) => name)).size).toBe(demoWorkers.length);
    for (const { name } of demoWorkers) expect(passwordProblem(DEMO_PASSWORD, name)).toBeNull();
  });
});

describe("the figures of the demonstration", () => {
  test("show some groups and hide others", async () => {
    const { takingPart, open, reportsToday } = await world.guest.client.participation.figures({
      division: "990102000000",
    });
    const counts = takingPart.byCommunity.map(({ count }) => count);
    expect(counts.filter((count) => count === null).length).toBeGreaterThan(0);
    expect(counts.filter((count) => count !== null).length).toBeGreaterThan(2);
    expect(takingPart.total).toBeGreaterThan(100);
    expect([open > 8, reportsToday > 0]).toEqual([true, true]);
  });
});

describe("seeding", () => {
  test("again changes nothing", async () => {
    await seedDemo(world.app.features, new Date(NOW.getTime() + DAY_MS));
    expect([await CaseModel.countDocuments(), await FollowModel.countDocuments()]).toEqual([
      30,
      await FollowModel.countDocuments(),
    ]);
    expect(cases.filter(isPublic).length).toBeGreaterThan(15);
  });

  test.each([
    "2026-01-01T00:05:00+08:00",
    "2026-02-16T12:00:00+08:00",
    "2026-02-24T08:31:00+08:00",
    "2026-10-08T09:00:00+08:00",
    "2026-11-29T23:59:00+08:00",
  ])("at any time, also %s: in the past, in order, the silence long enough", (time) => {
    const now = new Date(time);
    const moments = movedToNow(
      samples.reports.map(({ occurredAt }) => new Date(occurredAt)),
      now,
    );
    expect(moments.every((at) => at < now)).toBe(true);
    for (const { sample, steps } of stories) {
      const start = moments[sample - 1] ?? now;
      for (const clock of ["working", "natural"] as const) {
        const made = momentsOf(steps, { start, now, clock, calendar: workCalendar(sessions) });
        const all = [start, ...made];
        expect(all.map(Number)).toEqual([...all].map(Number).sort((a, b) => a - b));
        expect(all.every((at) => at < now)).toBe(true);
      }
    }
  });
});
