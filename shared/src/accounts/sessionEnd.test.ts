import { describe, expect, test } from "vitest";
import type { HttpCall, HttpReply } from "../core/index.ts";
import { openTestDevice } from "../platform/fixtures.ts";
import type { Me } from "./model.ts";
import { useMeStore } from "./meStore.ts";

const aunt: Me = {
  id: "1".repeat(24) as Me["id"],
  kind: "resident",
  name: null,
  phoneMasked: "199****0001",
  communityCode: null,
  ageBand: null,
  posts: [],
};

/** Somebody is remembered on the device; the server knows whoever it is told to know. */
function remembered() {
  const knows: { me: Me | null; sessionEnded: boolean } = { me: aunt, sessionEnded: false };
  const server = ({ path }: HttpCall): HttpReply => {
    if (path === "/api/me") return { status: 200, body: { me: knows.me } };
    return knows.sessionEnded
      ? { status: 401, body: { code: "account.session_ended" } }
      : { status: 200, body: { done: true } };
  };
  const device = openTestDevice(server, new Map([["me", JSON.stringify(aunt)]]));
  const store = device.use(useMeStore);
  device.arrive("connect");
  return { ...device, knows, store };
}
const settled = () => new Promise<void>((done) => setTimeout(() => done()));

describe("a session that ended", () => {
  test("is noticed when the server cuts the connection", async () => {
    const { knows, store, arrive, storage } = remembered();
    knows.me = null;
    arrive("disconnect", "io server disconnect");
    await settled();
    expect([store.me, store.ended, storage.get("me")]).toEqual([null, true, undefined]);
  });

  test("is said at the next start as well", async () => {
    const { knows, store } = remembered();
    knows.me = null;
    await store.load();
    expect([store.me, store.ended]).toEqual([null, true]);
  });

  test("is said once, however many calls learn of it", async () => {
    const { knows, store, services } = remembered();
    Object.assign(knows, { me: null, sessionEnded: true });
    const calls = [1, 2, 3].map(() => services.client.accounts.signOut().catch(() => undefined));
    await Promise.all(calls);
    expect([store.me, store.ended]).toEqual([null, true]);
  });

  test("is no news to whoever signed out", async () => {
    const { store, arrive, knows } = remembered();
    const leaving = store.signOut(true);
    knows.me = null;
    arrive("disconnect", "io server disconnect");
    await leaving;
    await settled();
    expect([store.me, store.ended]).toEqual([null, false]);
  });

  test("is over with the next sign-in", async () => {
    const { knows, store } = remembered();
    knows.me = null;
    await store.load();
    store.signedIn({ me: aunt, token: "t" });
    expect([store.me?.id, store.ended]).toEqual([aunt.id, false]);
  });

  test("an answer about somebody who has left meanwhile changes nothing", async () => {
    const { knows, store } = remembered();
    const uncle = { ...aunt, id: "2".repeat(24) as Me["id"] };
    knows.me = null;
    const asking = store.load();
    knows.me = uncle;
    store.signedIn({ me: uncle, token: "t" });
    await asking;
    expect([store.me?.id, store.ended]).toEqual([uncle.id, false]);
  });

  test("somebody is waited for until the server was asked, even in vain", async () => {
    const { store, setOnline } = remembered();
    setOnline(false);
    await store.load().catch(() => undefined);
    await store.asked;
    expect(store.me?.id).toBe(aunt.id);
  });
});
