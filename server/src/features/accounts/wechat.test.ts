import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createLog } from "../../core/log.ts";
import { emptyDatabase, openWorld, type World } from "../../testing/world.ts";
import { AccountModel } from "./model.ts";
import { wechatLogin } from "./wechatLogin.ts";
import { startWechatStandIn, type WechatStandIn } from "./wechatStandIn.ts";

const HOUR_MS = 3_600_000;
const [PHONE, OTHER] = ["13800001234", "13900005678"];

let world: World;
beforeAll(async () => void (world = await openWorld()));
beforeEach(async () => {
  await emptyDatabase();
  world.clock.pass(2 * HOUR_MS);
});
afterAll(() => world.close());

let codes = 0;
/** A fresh code of wx.login on the phone of this person. */
const wxLogin = (who: string) => `wx-${who}-${(codes += 1)}`;

const calls = () => world.guest.client.accounts;
async function signInByPhone(phone: string, wechatCode: string) {
  await calls().sendCode({ phone });
  return calls().signInByCode({ phone, code: world.codeSentTo(phone) ?? "", carrier: "token", wechatCode });
}

describe("signing in by WeChat", () => {
  test("works once the phone number was given, without a code", async () => {
    await expect(calls().signInByWechat({ wechatCode: wxLogin("li") })).rejects.toThrow(
      "account.wechat_unbound",
    );
    const { me } = await signInByPhone(PHONE, wxLogin("li"));
    const again = await calls().signInByWechat({ wechatCode: wxLogin("li") });
    expect(again.me.id).toBe(me.id);
    expect(again.token).toHaveLength(43);
  });

  test("a WeChat belongs to one number", async () => {
    await signInByPhone(PHONE, wxLogin("li"));
    await expect(signInByPhone(OTHER, wxLogin("li"))).rejects.toThrow("account.wechat_taken");
  });

  test("a refused WeChat leaves the code good for signing in without it", async () => {
    await signInByPhone(PHONE, wxLogin("li"));
    await expect(signInByPhone(OTHER, wxLogin("li"))).rejects.toThrow("account.wechat_taken");
    const code = world.codeSentTo(OTHER) ?? "";
    await expect(calls().signInByCode({ phone: OTHER, code, carrier: "token" })).resolves.toBeDefined();
  });

  test("of two numbers that bind the same WeChat at once one gets it", async () => {
    await Promise.allSettled([signInByPhone(PHONE, wxLogin("li")), signInByPhone(OTHER, wxLogin("li"))]);
    expect((await AccountModel.find().lean()).filter(({ openidHash }) => openidHash)).toHaveLength(1);
  });

  test("a resident with a new WeChat uses that one", async () => {
    const { me } = await signInByPhone(PHONE, wxLogin("li"));
    await signInByPhone(PHONE, wxLogin("li_new"));
    expect((await calls().signInByWechat({ wechatCode: wxLogin("li_new") })).me.id).toBe(me.id);
    await expect(calls().signInByWechat({ wechatCode: wxLogin("li") })).rejects.toThrow(
      "account.wechat_unbound",
    );
  });

  test("the openid cannot be read in the database, and the session key is nowhere", async () => {
    await signInByPhone(PHONE, wxLogin("li"));
    expect(JSON.stringify(await AccountModel.find().lean())).not.toMatch(/"o[\w-]{27}"|session_key/);
    expect(world.logged()).not.toContain("session_key");
  });

  test.each(["0a1b2c", "wx-li-1-used"])("a code like %s does not get anybody in", async (wechatCode) => {
    if (wechatCode.endsWith("used"))
      await calls()
        .signInByWechat({ wechatCode })
        .catch(() => undefined);
    await expect(calls().signInByWechat({ wechatCode })).rejects.toThrow("account.wechat_failed");
  });

  test("a WeChat that fails does not keep anybody from signing in by phone", async () => {
    await expect(signInByPhone(PHONE, "no-such-code")).resolves.toBeDefined();
  });
});

describe("the stand-in answers as WeChat does", () => {
  let standIn: WechatStandIn;
  beforeAll(async () => void (standIn = await startWechatStandIn()));
  afterAll(() => standIn.close());

  const ask = async (query: Record<string, string>) => {
    const good = {
      appid: standIn.appId,
      secret: standIn.secret,
      js_code: wxLogin("wu"),
      grant_type: "authorization_code",
    };
    const reply = await fetch(
      `${standIn.base}/sns/jscode2session?${new URLSearchParams({ ...good, ...query })}`,
    );
    return JSON.parse(await reply.text()) as Record<string, unknown>;
  };

  test("with an openid and no error code", async () => {
    expect(await ask({})).toEqual({
      openid: expect.stringMatching(/^o[\w-]{27}$/),
      session_key: expect.any(String),
    });
  });

  test("with the same openid for the same person", async () => {
    expect((await ask({}))["openid"]).toBe((await ask({}))["openid"]);
  });

  test.each<[query: Record<string, string>, errcode: number]>([
    [{ appid: "" }, 41_002],
    [{ secret: "" }, 41_004],
    [{ js_code: "" }, 41_008],
    [{ appid: "wx-other" }, 40_013],
    [{ secret: "other" }, 40_125],
    [{ js_code: "made up" }, 40_029],
    [{ grant_type: "password" }, 40_002],
  ])("and with %o as error %i", async (query, errcode) => {
    expect(await ask(query)).toEqual({ errcode, errmsg: expect.stringContaining(" rid: ") });
  });

  test("and takes a code once", async () => {
    const js_code = wxLogin("wu");
    await ask({ js_code });
    expect((await ask({ js_code }))["errcode"]).toBe(40_163);
  });
});

test.each<[because: string, answer: string]>([
  ["answers something else", "<html>"],
  ["answers nothing useful", "{}"],
  ["is overloaded", '{"errcode":-1,"errmsg":"system error"}'],
])("a WeChat that %s is told as a failure of WeChat", async (_, answer) => {
  const server = createServer((_req, res) => res.end(answer));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const log = createLog("silent", { write: () => undefined });
  await expect(wechatLogin({ base, appId: "a", secret: "b", log }).openidOf("c")).rejects.toThrow(
    "account.wechat_failed",
  );
  server.closeAllConnections();
  server.close();
});
