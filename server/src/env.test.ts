import { describe, expect, test } from "vitest";
import { readEnv } from "./env.ts";

const production = {
  NODE_ENV: "production",
  SECRET: "0123456789abcdef0123456789abcdef",
  PUBLIC_ORIGIN: "https://gongzhi.example.cn",
  SMS_WEBHOOK_URL: "https://sms.example.cn/codes",
};

describe("the environment", () => {
  test("may be empty: then it is a demonstration on port 8080 with its data in ./data", () => {
    expect(readEnv({})).toMatchObject({ PORT: 8080, DATA_DIR: "./data", demo: true, production: false });
  });

  test("an empty variable counts as not set", () => {
    expect(readEnv({ PORT: "", MONGODB_URI: "" })).toMatchObject({ PORT: 8080 });
  });

  test("names every mistake at once", () => {
    const wrong = { NODE_ENV: "production", PORT: "a", MONGODB_URI: "mysql://x", SECRET: "short" };
    expect(() => readEnv(wrong)).toThrow(/PORT[^]*MONGODB_URI[^]*SECRET|SECRET[^]*PORT/);
    for (const name of ["PORT", "MONGODB_URI", "SECRET", "PUBLIC_ORIGIN", "SMS_WEBHOOK_URL"]) {
      expect(() => readEnv(wrong)).toThrow(name);
    }
  });

  test("production is no demonstration", () => {
    expect(readEnv(production)).toMatchObject({ demo: false, production: true });
  });

  test.each<[because: string, NodeJS.ProcessEnv, name: string]>([
    ["no secret", { ...production, SECRET: "" }, "SECRET"],
    ["no address of the portal", { ...production, PUBLIC_ORIGIN: "" }, "PUBLIC_ORIGIN"],
    ["nothing that sends codes", { ...production, SMS_WEBHOOK_URL: "" }, "SMS_WEBHOOK_URL"],
    ["the demonstration on", { ...production, DEMO: "on" }, "DEMO"],
    ["limits off", { ...production, RATE_LIMITS: "off" }, "RATE_LIMITS"],
    ["half of the WeChat keys", { ...production, WECHAT_APPID: "wx1" }, "WECHAT_SECRET"],
    ["a secret that can be guessed", { ...production, SECRET: "gongzhi" }, "SECRET"],
  ])("production does not start with %s", (_, source, name) => {
    expect(() => readEnv(source)).toThrow(name);
  });

  test("without the demonstration something has to send codes", () => {
    expect(() => readEnv({ DEMO: "off" })).toThrow("SMS_WEBHOOK_URL");
    expect(readEnv({ DEMO: "off", SMS_WEBHOOK_URL: "http://127.0.0.1:9/" })).toMatchObject({ demo: false });
  });

  test("of the portal's address only the origin counts", () => {
    expect(readEnv({ PUBLIC_ORIGIN: "https://gongzhi.example.cn/welcome" }).PUBLIC_ORIGIN).toBe(
      "https://gongzhi.example.cn",
    );
  });
});
