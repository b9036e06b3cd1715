import { describe, expect, test } from "vitest";
import { useTinyWeapps } from "./tinyWeapps.fixture.ts";
import { Weapp } from "./weapp.ts";

const { launch, tinyDist } = useTinyWeapps();

describe("a mistake is caught:", () => {
  const home = "pages/home/index";

  test("a missing catch: the tap goes on to what is around it", async () => {
    const weapp = await launch({
      from: tinyDist({ [`${home}.wxml`]: (text) => text.replace('catchtap="mend"', "") }),
    });
    weapp.tap("mend-0");
    await weapp.until(() => weapp.page.route === "more/detail/index");
  });

  test("a missing binding", async () => {
    const weapp = await launch({
      from: tinyDist({ [`${home}.wxml`]: (text) => text.replace('bindtap="keep"', "") }),
    });
    expect(() => weapp.tap("keep")).toThrow("#keep has no tap binding");
  });

  test.each([
    ["the document used at load", "document.title = 1;", "undefined"],
    ["the global object used at load", "globalThis.x = 1;", "undefined"],
    ["code made from text", "new Function('return 1')();", "Code generation from strings disallowed"],
    ["Intl, which not every phone has", "Intl.NumberFormat();", "Intl is not defined"],
  ])("%s", (_, code, words) => {
    const from = tinyDist({ [`${home}.js`]: (text) => code + text });
    expect(() => Weapp.launch({ dist: from })).toThrow(words);
  });

  test("a template that does not parse", () => {
    const from = tinyDist({ [`${home}.wxml`]: (text) => text.replace("</view>", "") });
    expect(() => Weapp.launch({ dist: from })).toThrow();
  });

  test("a template that does not exist", async () => {
    const from = tinyDist({ [`${home}.wxml`]: (text) => `${text}<template is="{{draft || 'nowhere'}}" />` });
    const weapp = await launch({ from });
    expect(weapp.wxmlWarnings.join()).toMatch(/nowhere/);
  });

  test("a file that does not call Page()", () => {
    const from = tinyDist({ [`${home}.js`]: (text) => text.replace("Page(", "(") });
    expect(() => Weapp.launch({ dist: from })).toThrow("pages/home/index.js does not call Page()");
  });

  test("a location nobody announced", async () => {
    const from = tinyDist({ "app.json": (text) => text.replace("getLocation", "chooseAddress") });
    const weapp = await launch({ from });
    weapp.tap("locate");
    await weapp.until(() => weapp.text("place").includes("requiredPrivateInfos"));
  });
});
