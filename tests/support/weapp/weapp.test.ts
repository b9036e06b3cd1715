import { describe, expect, test } from "vitest";
import { Phone, type Holder } from "./phone.ts";
import { useTinyWeapps } from "./tinyWeapps.fixture.ts";
import type { Weapp } from "./weapp.ts";

const { launch, server } = useTinyWeapps();
const held = (holder: Partial<Holder>) => ({ phone: new Phone(holder) });
const diaryOf = (weapp: Weapp) => weapp.app.diary as string[];

describe("a page", () => {
  test("shows what the server answered", async () => {
    const weapp = await launch();
    expect([weapp.text("name-0"), weapp.text("name-1")]).toEqual(["东门", "西门"]);
    expect([weapp.complaints, weapp.wxmlWarnings]).toEqual([[], []]);
  });

  test("follows taps and typing", async () => {
    const weapp = await launch();
    weapp.input("draft", "修路灯");
    weapp.tap("mend-1");
    expect([weapp.text("count"), weapp.text("state-0"), weapp.text("state-1")]).toEqual([
      "3/50",
      "坏了",
      "亮了",
    ]);
  });

  test("a caught tap does not reach what is around it", async () => {
    const weapp = await launch();
    weapp.tap("mend-0");
    expect(weapp.calls("navigateTo")).toEqual([]);
  });

  test("a disabled button cannot be tapped", async () => {
    const weapp = await launch();
    weapp.tap("mend-0");
    expect(() => weapp.tap("mend-0")).toThrow("#mend-0 is disabled");
  });

  test("a change of a switch arrives", async () => {
    const weapp = await launch();
    weapp.change("agree", true);
    expect(weapp.text("agreed")).toBe("同意");
  });

  test("what crosses to the screen crosses as JSON", async () => {
    const weapp = await launch();
    expect(weapp.text("when")).toBe("1970-01-01T00:00:00.000Z");
  });

  test("a component gets its properties and hears taps", async () => {
    const weapp = await launch();
    expect(weapp.text("deep")).toBe("再深一层");
    weapp.tap("deep");
    await weapp.until(() => weapp.page.route === "more/detail/index");
  });

  test("what a handler throws is a complaint", async () => {
    const weapp = await launch();
    weapp.tapText("出错");
    expect(weapp.complaints.map(String)).toEqual(["Error: fell"]);
  });
});

describe("pages after one another", () => {
  test("their hooks are called in WeChat's order", async () => {
    const weapp = await launch();
    weapp.tap("lamp-0");
    await weapp.until(() => weapp.page.route === "more/detail/index");
    expect(weapp.text("which")).toBe("7灯");
    weapp.tap("back");
    await weapp.until(() => weapp.routes.length === 1);
    expect(diaryOf(weapp)).toEqual([
      ...["app onLaunch", "home onLoad", "home onShow", "home onReady", "home onHide", "home onShow"],
    ]);
  });

  test("a tab that was left is shown again, not loaded again", async () => {
    const weapp = await launch();
    weapp.tapTab("我的");
    weapp.tapTab("首页");
    expect(diaryOf(weapp).filter((line) => line === "home onLoad")).toHaveLength(1);
    expect(diaryOf(weapp).at(-1)).toBe("home onShow");
  });

  test("a tab page cannot be gone to by navigateTo, nor an unknown page at all", async () => {
    const weapp = await launch();
    const navigateTo = weapp.wx.navigateTo as (options: { url: string }) => Promise<unknown>;
    await expect(navigateTo({ url: "/pages/me/index" })).rejects.toMatchObject({
      errMsg: "navigateTo:fail can not navigateTo a tabbar page",
    });
    await expect(navigateTo({ url: "/nowhere" })).rejects.toMatchObject({
      errMsg: 'navigateTo:fail page "nowhere" is not found',
    });
  });

  test("leaving the app tells the page and the app", async () => {
    const weapp = await launch();
    weapp.background();
    expect(diaryOf(weapp).slice(-2)).toEqual(["home onHide", "app onHide"]);
  });
});

describe("the phone", () => {
  test("keeps what was stored through a restart, and temporary files not", async () => {
    const weapp = await launch();
    weapp.input("draft", "井盖");
    weapp.tap("keep");
    weapp.tap("photograph");
    await weapp.until(() => weapp.has("photo"));
    const temporary = weapp.phone.temporary(new Uint8Array([1]), "jpg");
    weapp.relaunch("pages/me/index");
    expect(weapp.text("mine")).toBe("井盖");
    expect(weapp.phone.files.has(temporary)).toBe(false);
    expect(weapp.phone.files.has("wxfile://usr/lamp.jpg")).toBe(true);
  });

  test("uploads a saved picture to the real server", async () => {
    const weapp = await launch();
    weapp.tap("photograph");
    await weapp.until(() => weapp.has("photo"));
    weapp.tap("upload");
    await weapp.until(() => weapp.text("said").startsWith("200"));
    const { type, body } = server().received.find(({ url }) => url === "/photos") ?? {};
    expect(type).toMatch(/^multipart\/form-data; boundary=/);
    expect(body?.toString("latin1")).toMatch(
      /name="photo"; filename="lamp.jpg"\r\nContent-Type: image\/jpeg\r\n\r\n\xff\xd8/,
    );
  });

  test("without a connection nothing goes out, and with it again it does", async () => {
    const weapp = await launch();
    weapp.tap("photograph");
    await weapp.until(() => weapp.has("photo"));
    weapp.network(false);
    weapp.tap("upload");
    await weapp.until(() => weapp.text("said") === "uploadFile:fail net::ERR_INTERNET_DISCONNECTED");
    weapp.network(true);
    weapp.tap("upload");
    await weapp.until(() => weapp.text("said").startsWith("200"));
  });

  test("an answer can be lost although the request arrived", async () => {
    const weapp = await launch();
    weapp.tap("photograph");
    await weapp.until(() => weapp.has("photo"));
    const before = server().received.length;
    weapp.phone.network.losesAnswers = true;
    weapp.tap("upload");
    await weapp.until(() => weapp.text("said") === "uploadFile:fail timeout");
    expect(server().received.length).toBe(before + 1);
  });

  test("a socket carries bytes of the mini program's own world, and dies with the connection", async () => {
    const weapp = await launch();
    weapp.tap("chat");
    await weapp.until(() => weapp.text("said") === "true,8");
    weapp.network(false);
    await weapp.until(() => weapp.text("said") === "closed 1006");
  });

  test.each<[because: string, holder: Partial<Holder>, place: string]>([
    ["says where it is", {}, "30.25"],
    ["does not when the scope is refused", { grants: () => false }, "getLocation:fail auth deny"],
    [
      "nor before the privacy terms",
      { agrees: () => false },
      "getLocation:fail privacy permission is not authorized",
    ],
  ])("%s", async (_, holder, place) => {
    const weapp = await launch(held(holder));
    weapp.tap("locate");
    await weapp.until(() => weapp.text("place") === place);
  });

  test("its holder picks, or thinks better of it", async () => {
    const picks = await launch(held({ picks: (items) => items.indexOf("井盖") }));
    picks.tap("choose");
    await picks.until(() => picks.text("picked") === "第 1");
    const leaves = await launch(held({ picks: () => null, photographs: () => [] }));
    leaves.tap("choose");
    await leaves.until(() => leaves.text("picked") === "showActionSheet:fail cancel");
  });

  test("two of them run side by side", async () => {
    const [one, other] = [await launch(), await launch()];
    one.input("draft", "一");
    one.tap("keep");
    expect([one.stored("draft"), other.stored("draft")]).toEqual(["一", null]);
    expect(other.text("count")).toBe("0/50");
  });
});
