import { rmSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { writeTinyDist } from "../weapp/tinyDist.fixture.ts";
import { TinyServer } from "../weapp/tinyServer.fixture.ts";
import { launchWeapp, startChromium, type DrawnWeapp } from "./launchWeapp.ts";
import { toPixels } from "./toPixels.ts";

let server: TinyServer;
let browser: Browser;
const running: DrawnWeapp[] = [];
const folders: string[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([TinyServer.start(), startChromium()]);
});
afterEach(async () => {
  for (const drawn of running.splice(0)) await drawn.close();
});
afterAll(async () => {
  await browser.close();
  server.stop();
  folders.forEach((folder) => rmSync(folder, { recursive: true }));
});

function tinyDist(changes: Parameters<typeof writeTinyDist>[0] = {}): string {
  const folder = writeTinyDist(changes);
  folders.push(folder);
  return folder;
}

async function launch(changes: Parameters<typeof writeTinyDist>[0] = {}): Promise<DrawnWeapp> {
  const drawn = await launchWeapp({ dist: tinyDist(changes), apiBase: server.base, browser });
  running.push(drawn);
  drawn.page.setDefaultTimeout(5_000);
  await drawn.$("lamp-1").waitFor();
  return drawn;
}
const says = (drawn: DrawnWeapp, id: string, words: string) =>
  drawn.$(id).filter({ hasText: words }).waitFor({ state: "visible" });

describe("on the screen", () => {
  test("a tap reaches the logic and its answer comes back", async () => {
    const drawn = await launch();
    await drawn.$("mend-1").tap();
    await says(drawn, "state-1", "亮了");
    expect(drawn.weapp.text("state-1")).toBe("亮了");
    expect(drawn.weapp.calls("navigateTo")).toEqual([]);
  });

  test("what is typed arrives, and a switch turns", async () => {
    const drawn = await launch();
    await drawn.$("draft").locator("input").fill("修路灯");
    await says(drawn, "count", "3/50");
    await drawn.$("agree").tap();
    await says(drawn, "agreed", "同意");
  });

  test("a sheet is answered by a tap on it", async () => {
    const drawn = await launch();
    await drawn.$("choose").tap();
    await drawn.page.getByText("井盖").tap();
    await says(drawn, "picked", "第 1");
  });

  test("a picture on the phone is shown", async () => {
    const drawn = await launch();
    await drawn.$("photograph").tap();
    const picture = drawn.$("photo").locator("img");
    await picture.waitFor();
    await picture.evaluate((image: HTMLImageElement) => image.decode());
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(96);
    expect(await drawn.$("photo").boundingBox()).toMatchObject({ width: 100, height: 75 });
  });

  test("one goes on by a tap, back by the arrow, and elsewhere by the tab bar", async () => {
    const drawn = await launch();
    await drawn.$("name-0").tap();
    await says(drawn, "which", "7灯");
    expect(await drawn.frame.title.textContent()).toBe("详情");
    await drawn.frame.back.tap();
    await drawn.$("lamp-0").waitFor();
    await drawn.frame.tab("我的").tap();
    await says(drawn, "mine", "没有草稿");
    expect(drawn.weapp.routes).toEqual(["pages/me/index"]);
    expect(drawn.weapp.complaints).toEqual([]);
  });

  test("what the app changes about the bars is drawn", async () => {
    const drawn = await launch();
    const call = (api: string, options: object) =>
      (drawn.weapp.wx[api] as (options: object) => unknown)(options);
    call("setTabBarItem", { index: 1, text: "待办" });
    call("setTabBarBadge", { index: 1, text: "7" });
    call("setNavigationBarTitle", { title: "路灯" });
    call("setNavigationBarColor", { frontColor: "#ffffff", backgroundColor: "#102030" });
    await drawn.frame.tab("待办").getByText("7", { exact: true }).waitFor();
    expect(await drawn.frame.title.textContent()).toBe("路灯");
    expect(await drawn.page.locator("#frame-bar").getAttribute("data-ink")).toBe("white");
    await drawn.frame.tab("待办").tap();
    await says(drawn, "mine", "没有草稿");
    call("hideTabBar", {});
    await drawn.frame.tab("待办").waitFor({ state: "hidden" });
  });

  test("a component gets its properties and hears taps", async () => {
    const drawn = await launch();
    await drawn.$("deep").filter({ hasText: "再深一层" }).tap();
    await says(drawn, "which", "7灯");
  });

  test("a restart shows the first page anew", async () => {
    const drawn = await launch();
    await drawn.$("draft").locator("input").fill("井盖");
    await says(drawn, "count", "2/50");
    await drawn.$("keep").tap();
    await expect.poll(() => drawn.weapp.stored("draft")).toBe("井盖");
    drawn.weapp.relaunch("pages/me/index");
    await says(drawn, "mine", "井盖");
    expect(await drawn.page.locator(".webview").count()).toBe(1);
  });

  test("750 rpx are the width of the screen", () => {
    expect(toPixels("margin: 20rpx -7.5rpx; height: 100vh", 375)).toBe(
      "margin: 10px -3.75px; height: calc(100 * var(--vh))",
    );
  });
});

describe("a mistake is caught:", () => {
  const home = "pages/home/index.wxml";

  test.each([
    ["a template that does not parse", (text: string) => text.replace("</view>", "</text>"), home],
    ["an element nobody draws", (text: string) => `${text}<live-player />`, "<live-player> is not drawn"],
  ])("%s", async (_, change, words) => {
    const dist = tinyDist({ [home]: change });
    await expect(launchWeapp({ dist, browser })).rejects.toThrow(words);
  });

  test("a picture that is not in the package", async () => {
    const drawn = await launch({ [home]: (text) => `${text}<image src="/nowhere.png" binderror="keep" />` });
    await expect.poll(() => drawn.weapp.stored("draft")).toBe("");
  });
});
