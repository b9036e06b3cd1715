import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { browserAt } from "../../testing/browser.ts";
import { personAt } from "../../testing/person.ts";
import { emptyDatabase, openWorld, type World } from "../../testing/world.ts";
import { AccountModel, CodeModel, SessionModel } from "./model.ts";

const PHONE = "13800001234";
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let world: World;
beforeAll(async () => void (world = await openWorld()));
beforeEach(async () => {
  await emptyDatabase();
  // The limits of an earlier test are over.
  world.clock.pass(2 * HOUR_MS);
});
afterAll(() => world.close());

const calls = () => world.guest.client.accounts;
const askCode = (phone = PHONE) => calls().sendCode({ phone });
const signIn = (code: string, phone = PHONE) => calls().signInByCode({ phone, code, carrier: "token" });
const codeFor = async (phone = PHONE): Promise<string> => {
  await askCode(phone);
  return world.codeSentTo(phone) ?? "";
};
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

describe("a resident signs in by phone and code", () => {
  test("and is known from then on", async () => {
    const { me, token } = await signIn(await codeFor());
    expect(me).toMatchObject({ kind: "resident", name: null, phoneMasked: "138****1234", posts: [] });
    const known = await personAt(world.url, token).client.accounts.me();
    expect(known.me).toEqual(me);
  });

  test("is the same resident every time, however the number is written", async () => {
    const first = await signIn(await codeFor());
    await askCode("+86 138-0000-1234");
    const second = await signIn(world.codeSentTo(PHONE) ?? "", "８６ 13800001234");
    expect(second.me.id).toBe(first.me.id);
    expect(await AccountModel.countDocuments()).toBe(1);
  });

  test("comes into being once, though two devices sign in for the first time at once", async () => {
    const ids = await Promise.all(
      Array.from({ length: 8 }, () =>
        world.app.features.accounts.enrolResident(
          { phone: PHONE, communityCode: null, ageBand: null },
          world.clock.now(),
        ),
      ),
    );
    expect(new Set(ids).size).toBe(1);
  });

  test("keeps nothing of the number or the code that could be read in the database", async () => {
    const code = await codeFor();
    const outstanding = JSON.stringify(await CodeModel.find().lean());
    await signIn(code);
    const kept = JSON.stringify([await AccountModel.find().lean(), await SessionModel.find().lean()]);
    expect(outstanding).not.toContain(code);
    expect(outstanding + kept).not.toMatch(/13800001234|1234"/);
  });

  test.each(["12345", "23800001234", "138000012345", "13800001234 or 1=1", "<b>13800001234</b>"])(
    "a number like %s is refused",
    async (phone) => {
      await expect(askCode(phone)).rejects.toThrow("account.phone_invalid");
    },
  );
});

describe("a code", () => {
  test("is good once", async () => {
    const code = await codeFor();
    await signIn(code);
    await expect(signIn(code)).rejects.toThrow("account.code_expired");
  });

  test("lets one in of many who bring it at the same moment", async () => {
    const code = await codeFor();
    const tried = await Promise.allSettled(Array.from({ length: 5 }, () => signIn(code)));
    expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("is good for five minutes", async () => {
    const code = await codeFor();
    world.clock.pass(5 * MINUTE_MS);
    await expect(signIn(code)).rejects.toThrow("account.code_expired");
  });

  test("is good for its own number only", async () => {
    const code = await codeFor();
    await expect(signIn(code, "13900005678")).rejects.toThrow("account.code_expired");
  });

  test("cannot be guessed: after five wrong tries, even at once, the right one does not help any more", async () => {
    const code = await codeFor();
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => signIn(wrong(code))));
    const reasons = tries.map((each) => (each.status === "rejected" ? (each.reason as Error).message : "in"));
    expect(reasons.filter((reason) => reason === "account.code_wrong")).toHaveLength(5);
    expect(reasons.filter((reason) => reason === "account.code_expired")).toHaveLength(5);
    await expect(signIn(code)).rejects.toThrow("account.code_expired");
  });

  test("is not sent again within a minute, and the one that is out stays good", async () => {
    const code = await codeFor();
    world.clock.pass(59_000);
    await expect(askCode()).rejects.toThrow("account.code_wait");
    await expect(signIn(code)).resolves.toBeDefined();
  });

  test("is sent five times and then not for an hour, unless one was used", async () => {
    for (let sent = 0; sent < 5; sent += 1) {
      await askCode();
      world.clock.pass(MINUTE_MS);
    }
    await expect(askCode()).rejects.toThrow("account.code_wait");
    world.clock.pass(HOUR_MS);
    await signIn(await codeFor());
    await expect(askCode()).resolves.toBeDefined();
  });

  test("is asked for by one network a hundred times an hour at most", async () => {
    for (let sent = 0; sent < 100; sent += 1) {
      await askCode(`139${String(sent).padStart(8, "0")}`);
      world.clock.pass(6_000);
    }
    await expect(askCode("13700000000")).rejects.toThrow("request.too_many");
  });

  test("is shown to nobody outside the demonstration", async () => {
    expect(await askCode()).toEqual({ retryAfterSeconds: 60, demoCode: null });
    expect(await calls().demo()).toEqual({ demo: false, accounts: [] });
  });
});

describe("a resident says about themselves", () => {
  test("nothing the register does not know", async () => {
    const resident = await world.signInResident();
    const describeAs = (communityCode: string) =>
      resident.client.accounts.describeMe({ communityCode, ageBand: "18-35" });
    await expect(describeAs("990102001000")).rejects.toThrow("division.not_found");
    await expect(describeAs("990102001999")).rejects.toThrow("division.not_found");
  });

  test("an age band, and may take it back", async () => {
    const resident = await world.signInResident();
    const say = (ageBand: "18-35" | null) =>
      resident.client.accounts.describeMe({ communityCode: null, ageBand });
    expect((await say("18-35")).me.ageBand).toBe("18-35");
    expect((await say(null)).me.ageBand).toBeNull();
  });

  test("and other features learn only that, and the number where they have a right to it", async () => {
    const { id } = await world.signInResident({ phone: PHONE, ageBand: "60-79" });
    const { accounts } = world.app.features;
    expect(await accounts.describe([id])).toEqual(new Map([[id, { communityCode: null, ageBand: "60-79" }]]));
    expect(await accounts.phoneOf(id)).toBe(PHONE);
  });
});

describe("a browser", () => {
  test("keeps the session in a cookie no script can read, and gets no token", async () => {
    const browser = browserAt(world.url);
    const { token } = await browser.client.accounts.signInByCode({
      phone: PHONE,
      code: await codeFor(),
      carrier: "cookie",
    });
    expect(token).toBeNull();
    expect(browser.cookie()).toMatch(/^gz=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    expect((await browser.client.accounts.me()).me?.kind).toBe("resident");
  });

  test("is not believed when a foreign page uses it to change something", async () => {
    const browser = browserAt(world.url);
    await browser.client.accounts.signInByCode({ phone: PHONE, code: await codeFor(), carrier: "cookie" });
    const forged = await browser.elsewhere({ method: "POST", path: "/api/sign-out/everywhere", body: {} });
    expect(forged).toEqual({ status: 403, body: { code: "request.wrong_origin" } });
    expect((await browser.client.accounts.me()).me).not.toBeNull();
  });

  test("cannot be signed in by a foreign page", async () => {
    const browser = browserAt(world.url);
    const body = { phone: PHONE, code: await codeFor(), carrier: "cookie" };
    const forged = await browser.elsewhere({ method: "POST", path: "/api/sign-in/phone", body });
    expect(forged.status).toBe(403);
    expect(browser.cookie()).toBeNull();
  });

  test("that comes with a cookie from long ago is a guest, and loses it", async () => {
    const browser = browserAt(world.url);
    await browser.client.accounts.signInByCode({ phone: PHONE, code: await codeFor(), carrier: "cookie" });
    world.clock.pass(91 * 24 * HOUR_MS);
    expect((await browser.client.accounts.me()).me).toBeNull();
    expect(browser.cookie()).toBeNull();
  });
});
