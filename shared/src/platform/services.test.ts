import { flushPromises } from "@vue/test-utils";
import { afterEach, expect, test } from "vitest";
import type { AccountId, HttpReply } from "../core/index.ts";
import { openTestDevice, type TestDevice } from "./fixtures.ts";
import { useMeStore } from "../accounts/meStore.ts";
import type { Me } from "../accounts/model.ts";

const worker: Me = {
  id: "3".repeat(24) as AccountId,
  kind: "worker",
  name: "陈晓东",
  phoneMasked: null,
  communityCode: null,
  ageBand: null,
  posts: [{ role: "gridWorker", territory: "990102001001001" }],
};
const refused = (code: string): HttpReply => ({ status: 401, body: { code } });

let device: TestDevice;
afterEach(() => device.close());

/** Somebody signed in at a server that answers as it is told. */
function signedIn(answer: () => HttpReply | Promise<HttpReply>) {
  device = openTestDevice(answer);
  const me = device.use(useMeStore);
  me.signedIn({ me: worker, token: null });
  return { me, ask: () => device.services.client.cases.queue().catch(() => undefined) };
}

test.each(["account.session_ended", "account.sign_in_needed"])(
  "%s while somebody is signed in means that their session is over",
  async (code) => {
    const { me, ask } = signedIn(() => refused(code));
    await ask();
    expect([me.me, me.ended]).toEqual([null, true]);
  },
);

test("a guest who is asked to sign in has lost nothing", async () => {
  device = openTestDevice(() => refused("account.sign_in_needed"));
  const me = device.use(useMeStore);
  await device.services.client.cases.queue().catch(() => undefined);
  expect(me.ended).toBe(false);
});

test("a refusal that was on its way when somebody signed in does not sign them out", async () => {
  let answer: (reply: HttpReply) => void = () => undefined;
  const { me, ask } = signedIn(() => new Promise((answered) => (answer = answered)));
  const asking = ask();
  await flushPromises();
  me.signedIn({ me: worker, token: null });
  answer(refused("account.sign_in_needed"));
  await asking;
  expect(me.isWorker).toBe(true);
});

test("any other refusal leaves the session alone", async () => {
  const { me, ask } = signedIn(() => refused("account.not_allowed"));
  await ask();
  expect(me.isWorker).toBe(true);
});
