import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { rooms } from "@gongzhi/shared/live";
import { browserAt } from "../../testing/browser.ts";
import type { personAt } from "../../testing/person.ts";
import { emptyDatabase, openWorld, type World } from "../../testing/world.ts";
import { AttemptModel, CodeModel, SessionModel } from "./model.ts";
import { createSessions } from "./sessions.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

let world: World;
beforeAll(async () => void (world = await openWorld()));
beforeEach(emptyDatabase);
afterAll(() => world.close());

const isIn = async ({ client }: { client: ReturnType<typeof personAt>["client"] }) =>
  (await client.accounts.me()).me !== null;

describe("a session", () => {
  test("of a resident lasts ninety days", async () => {
    const resident = await world.signInResident();
    world.clock.pass(90 * DAY_MS - 1);
    expect(await isIn(resident)).toBe(true);
    world.clock.pass(1);
    expect(await isIn(resident)).toBe(false);
    await expect(resident.client.accounts.signOut()).rejects.toThrow("account.session_ended");
  });

  test("of a worker lasts twelve hours, however busy", async () => {
    const worker = await world.signInWorker();
    for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
      expect(await isIn(worker)).toBe(true);
      world.clock.pass(20 * MINUTE_MS);
    }
    expect(await isIn(worker)).toBe(false);
  });

  test("of a worker ends after half an hour without a call", async () => {
    const worker = await world.signInWorker();
    world.clock.pass(25 * MINUTE_MS);
    expect(await isIn(worker)).toBe(true);
    world.clock.pass(30 * MINUTE_MS);
    expect(await isIn(worker)).toBe(true);
    world.clock.pass(30 * MINUTE_MS + 1);
    expect(await isIn(worker)).toBe(false);
  });

  test("is known by the hash of its token alone", async () => {
    const { token } = await world.signInResident();
    expect(JSON.stringify(await SessionModel.find().lean())).not.toContain(token);
  });

  test("ends with signing out, at once", async () => {
    const resident = await world.signInResident();
    expect(await isIn(resident)).toBe(true);
    await resident.client.accounts.signOut();
    expect(await isIn(resident)).toBe(false);
  });

  test("ends with signing out, though it was being read at that moment", async () => {
    const sessions = createSessions();
    const resident = await world.signInResident();
    const token = resident.token ?? "";
    await Promise.all([sessions.find(token, world.clock.now()), sessions.end(token)]);
    expect(await sessions.find(token, world.clock.now())).toBeNull();
  });

  test("ended by another process ends here within seconds", async () => {
    const resident = await world.signInResident();
    expect(await isIn(resident)).toBe(true);
    await createSessions().end(resident.token ?? "");
    world.clock.pass(3_000);
    expect(await isIn(resident)).toBe(false);
  });

  test("is replaced, not doubled, when somebody signs in again in the same browser", async () => {
    const browser = browserAt(world.url);
    for (let times = 0; times < 2; times += 1) {
      await world.guest.client.accounts.sendCode({ phone: "13800001234" });
      const code = world.codeSentTo("13800001234") ?? "";
      await browser.client.accounts.signInByCode({ phone: "13800001234", code, carrier: "cookie" });
    }
    expect(await SessionModel.countDocuments()).toBe(1);
  });
});

describe("signing out everywhere", () => {
  test("ends every session of the account and of nobody else, and cuts its live connections", async () => {
    const phone = "13800001234";
    const [first, second] = [await world.signInResident({ phone }), await world.signInResident({ phone })];
    const other = await world.signInResident();
    const [watching, stranger] = [await second.listen(rooms.account(second.id)), await other.listen()];
    const cut = new Promise((gone) => watching.socket.once("disconnect", gone));

    await first.client.accounts.signOutEverywhere();
    await cut;
    expect([await isIn(first), await isIn(second), await isIn(other)]).toEqual([false, false, true]);
    expect(stranger.socket.connected).toBe(true);
    stranger.close();
  });

  test("takes the browser's cookie along", async () => {
    const browser = browserAt(world.url);
    await world.guest.client.accounts.sendCode({ phone: "13700001234" });
    const code = world.codeSentTo("13700001234") ?? "";
    await browser.client.accounts.signInByCode({ phone: "13700001234", code, carrier: "cookie" });
    await browser.client.accounts.signOutEverywhere();
    expect(browser.cookie()).toBeNull();
  });
});

test("what has run out is swept away, and nothing else", async () => {
  const gone = await world.signInWorker();
  await world.guest.client.accounts.sendCode({ phone: "13600001234" });
  world.clock.pass(13 * HOUR_MS);
  const stays = await world.signInResident();
  await world.app.jobs.run("accounts.sweep");
  expect(await SessionModel.countDocuments()).toBe(1);
  expect([await CodeModel.countDocuments(), await AttemptModel.countDocuments()]).toEqual([0, 0]);
  expect([await isIn(gone), await isIn(stays)]).toEqual([false, true]);
});
