import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { wxssToJs } from "miniprogram-compiler";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { personAt } from "../../server/src/testing/person.ts";
import { signInResident } from "../support/signIn.ts";
import { openTown, type Town } from "../support/town.ts";
import { phoneOf, WEAPP, WeappPerson } from "../support/weappPeople.ts";

let town: Town;
const people: WeappPerson[] = [];

beforeAll(async () => {
  // All of these phones have one address, and more of them sign in within a minute than people would.
  town = await openTown({ RATE_LIMITS: "off" });
});
afterEach(() => {
  for (const person of people.splice(0)) {
    person.isContent();
    person.close();
  }
});
afterAll(() => town?.close());

function someone(...given: Parameters<typeof phoneOf>): WeappPerson {
  const person = new WeappPerson(town.url, phoneOf(...given));
  people.push(person);
  return person;
}

/** The titles of this resident's own cases, asked for on another device. */
async function reportsOf(phone: string): Promise<string[]> {
  const token = await signInResident(personAt(town.url, null).client, phone);
  const { items } = await personAt(town.url, token).client.cases.mine({ limit: 100 });
  return items.map(({ title, photos }) => (photos > 0 ? `${title} +${photos}` : title));
}

describe("without a network", () => {
  test("a report waits on the phone, survives a restart, and goes out exactly once when the network is back", async () => {
    const resident = someone();
    const { weapp } = resident;
    await resident.reads("身边的事，一起管好");
    await resident.signsInByPhone("19912340101");
    await resident.writesAReport("路灯一整排都不亮了", { photo: true });
    weapp.network(false);
    await resident.taps("submit");
    await resident.sees("outcome-queued");
    await resident.reads("网络恢复后会自动提交一次，不会重复");
    await resident.sees("offline");
    expect(await reportsOf("19912340101")).toEqual([]);

    weapp.relaunch();
    await resident.reads("有 1 件等待提交");
    weapp.tapTab("办件");
    await resident.reads("路灯一整排都不亮了");

    weapp.network(true);
    await resident.until(() => !weapp.has("outbox"));
    await resident.until(() => weapp.has("my-cases") && weapp.text("my-cases").includes("待受理"));
    expect(await reportsOf("19912340101")).toEqual(["路灯一整排都不亮了 +1"]);
    expect([...weapp.phone.files.keys()].filter((path) => path.includes("photo-"))).toEqual([]);
  });

  test("an answer that was lost on its way makes no second report", async () => {
    const resident = someone();
    const { weapp } = resident;
    await resident.reads("身边的事，一起管好");
    await resident.signsInByPhone("19912340102");
    await resident.writesAReport("人行道地砖松动，下雨天溅水");
    weapp.phone.network.losesAnswers = true;
    await resident.taps("submit");
    await resident.sees("outcome-queued");
    expect(await reportsOf("19912340102")).toEqual(["人行道地砖松动，下雨天溅水"]);

    weapp.phone.network.losesAnswers = false;
    weapp.tapTab("首页");
    await resident.taps("outbox-send");
    await resident.until(() => !weapp.has("outbox-notice"));
    expect(await reportsOf("19912340102")).toEqual(["人行道地砖松动，下雨天溅水"]);
    weapp.tapTab("上报");
    await resident.sees("outcome-sent");
  });

  test("the app starts from what the phone remembers", async () => {
    const resident = someone();
    await resident.reads("身边的事，一起管好");
    resident.weapp.network(false);
    resident.weapp.relaunch("tabs/report/index");
    await resident.types("words", "楼上漏水到我家厨房");
    await resident.until(() => resident.weapp.has("event"));
    await resident.taps("next-step");
    await resident.taps("grid");
    await resident.taps("grid-990102001001002");
    await resident.until(() => resident.weapp.text("picked").includes("晴川第二网格"));
  });

  test("what happened meanwhile is there when the app comes back to the front", async () => {
    const resident = someone();
    await resident.reads("身边的事，一起管好");
    await resident.signsInByPhone("19912340103");
    resident.weapp.tapTab("办件");
    await resident.reads("您还没有上报过");
    resident.weapp.background();
    const token = await signInResident(personAt(town.url, null).client, "19912340103");
    await personAt(town.url, token).client.cases.report({
      draftId: crypto.randomUUID(),
      words: "单元门的门禁坏了进不去",
      typeCode: "149900",
      place: { gridCode: "990102001001001", point: null, address: null },
      channel: "web",
    });
    resident.weapp.foreground();
    await resident.reads("单元门的门禁坏了进不去");
  });
});

describe("a session that ended", () => {
  test("takes nothing that was written along", async () => {
    const resident = someone();
    const { weapp } = resident;
    await resident.reads("身边的事，一起管好");
    await resident.signsInByPhone("19912340104");
    await resident.writesAReport("河边护栏断了一截，怕小孩掉下去");
    const elsewhere = personAt(
      town.url,
      await signInResident(personAt(town.url, null).client, "19912340104"),
    );
    await elsewhere.client.accounts.signOutEverywhere();

    await resident.sees("session-ended");
    expect(weapp.text("check-words")).toBe("河边护栏断了一截，怕小孩掉下去");
    await resident.taps("sign-in-again");
    await resident.isOn("features/accounts/signIn/index");
    await resident.taps("wechat");
    await resident.isOn("tabs/report/index");
    await resident.taps("submit");
    await resident.sees("outcome-sent");
    expect(weapp.has("session-ended")).toBe(false);
  });

  test("is asked for only at the end by whoever never signed in", async () => {
    const resident = someone();
    await resident.reads("身边的事，一起管好");
    await resident.writesAReport("楼道灯坏了晚上很黑");
    await resident.taps("sign-in-to-submit");
    await resident.isOn("features/accounts/signIn/index");
    await resident.signsInByPhone("19912340105");
    await resident.taps("submit");
    await resident.sees("outcome-sent");
  });
});

describe("a phone as people hold it", () => {
  test("words of danger interrupt with the number to call", async () => {
    const resident = someone();
    await resident.reads("身边的事，一起管好");
    resident.weapp.tapTab("上报");
    await resident.types("words", "三楼着火了，烟很大");
    await resident.reads("请先拨打 119");
    await resident.taps("danger-call");
    expect(resident.weapp.calls("makePhoneCall").at(-1)?.phoneNumber).toBe("119");
    await resident.taps("danger-calm");
    await resident.until(() => !resident.weapp.has("danger"));
  });

  test("a noise is asked for its source before anything else", async () => {
    const resident = someone();
    await resident.reads("身边的事，一起管好");
    resident.weapp.tapTab("上报");
    await resident.types("words", "太吵了，晚上睡不着");
    await resident.taps("next-step");
    await resident.reads("请先选一下是什么声音");
    await resident.taps("noise-施工机械");
    await resident.until(() => resident.weapp.text("event") === "施工噪声");
    await resident.taps("next-step");
    await resident.sees("place-here");
  });

  test("a position that is refused leaves the list and the map", async () => {
    const resident = someone({ grants: () => false });
    const { weapp } = resident;
    await resident.reads("身边的事，一起管好");
    weapp.tapTab("上报");
    await resident.types("words", "路面有个大坑，已经摔了人");
    if (weapp.has("danger")) weapp.tap("danger-calm");
    await resident.taps("next-step");
    await resident.taps("place-here");
    await resident.sees("privacy-agree");
    weapp.fire("privacy-agree", "agreeprivacyauthorization");
    await resident.reads("没有得到定位权限");
    await resident.types("address", "望湖苑");
    await resident.taps("find-address");
    await resident.reads("是下面哪一处");
  });

  test("consent that is refused leaves reading and writing", async () => {
    const resident = someone();
    await resident.reads("身边的事，一起管好");
    resident.weapp.tapTab("上报");
    await resident.types("words", "垃圾桶满了没人收");
    await resident.taps("photo-add");
    await resident.taps("privacy-refuse");
    await resident.reads("没有得到使用相机或相册的权限");
    await resident.taps("next-step");
    await resident.sees("place-here");
  });

  test("whoever set WeChat to large type starts in the large view, and may leave it for good", async () => {
    const elder = someone({}, { fontSizeSetting: 23.8 });
    const { weapp } = elder;
    await elder.reads("身边的事，一起管好");
    expect(weapp.byClass("elder")).toHaveLength(1);
    expect(weapp.calls("hideTabBar").length).toBeGreaterThan(0);
    await elder.taps("big-tab-report");
    await elder.isOn("tabs/report/index");
    await elder.taps("big-tab-me");
    await elder.taps("elder-mode");
    await elder.until(() => weapp.byClass("elder").length === 0);
    weapp.relaunch();
    await elder.reads("身边的事，一起管好");
    expect(weapp.byClass("elder")).toHaveLength(0);
  });

  test("the language and the appearance change everywhere at once", async () => {
    const resident = someone();
    const { weapp } = resident;
    await resident.reads("身边的事，一起管好");
    weapp.tapTab("我的");
    await resident.taps("language-en");
    await resident.reads("Settings");
    await resident.until(() => weapp.tabs.join(" ") === "Home Report Cases Mine");
    await resident.taps("theme-dark");
    await resident.until(() => weapp.byClass("dark").length === 1);
    expect(weapp.calls("setNavigationBarColor").at(-1)?.backgroundColor).toBe("#1b2421");
  });

  test("a second sign-in takes one press, by the WeChat that was bound", async () => {
    const resident = someone();
    const { weapp } = resident;
    await resident.reads("身边的事，一起管好");
    weapp.go("features/accounts/signIn/index");
    await resident.taps("wechat");
    await resident.reads("这个微信还没有绑定手机号");
    await resident.signsInByPhone("19912340106");
    weapp.tapTab("我的");
    await resident.until(() => weapp.text("who-name") === "199****0106");
    await resident.taps("sign-out");
    await resident.taps("sign-in");
    await resident.isOn("features/accounts/signIn/index");
    await resident.taps("wechat");
    await resident.until(() => weapp.has("who-name") && weapp.text("who-name") === "199****0106");
  });
});

describe("the package", () => {
  const LIMIT = 1.5 * 1024 * 1024;

  const bytesIn = (folder: string): number =>
    readdirSync(folder, { withFileTypes: true }).reduce(
      (sum, entry) =>
        sum +
        (entry.isDirectory() ? bytesIn(join(folder, entry.name)) : statSync(join(folder, entry.name)).size),
      0,
    );

  test("is small enough to come at once: main below 1.5 MB, each other part far below", () => {
    const parts = ["features/cases/portal", "features/cases/workbench", "features/accounts"];
    const apart = parts.map((part) => bytesIn(join(WEAPP, part)));
    expect(bytesIn(WEAPP) - apart.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(LIMIT);
    expect(Math.max(...apart)).toBeLessThan(200_000);
  });

  test("has style sheets that WeChat's own compiler takes", () => {
    expect(wxssToJs(WEAPP)).toContain("app.wxss");
  });
});
