import { describe, expect, test } from "vitest";
import { planFor } from "./shellPlan.ts";

const HERE = "https://gongzhi.example";
const ask = (path: string, { mode = "navigate", method = "GET", from = HERE } = {}) =>
  planFor({ method, mode, url: from + path }, HERE);

describe("what the service worker does with a request", () => {
  test.each(["/", "/report", "/cases/0123456789abcdef01234567?view=map", "/mine"])("%s is a page", (path) =>
    expect(ask(path)).toBe("page"),
  );

  test.each(["/assets/app-1a2b3c.js", "/assets/app-1a2b3c.css", "/icon.svg", "/app.webmanifest"])(
    "%s is a file that may be kept",
    (path) => expect(ask(path, { mode: "no-cors" })).toBe("asset"),
  );

  test.each(["/api/cases", "/api/photos/1", "/api/docs", "/socket.io/?EIO=4", "/m/", "/healthz", "/readyz"])(
    "%s is none of its business, not even as a page",
    (path) => {
      expect(ask(path)).toBeNull();
      expect(ask(path, { mode: "cors" })).toBeNull();
    },
  );

  test("what only begins like the API is a page", () => expect(ask("/mine")).toBe("page"));

  test("it leaves alone what is sent, and other sites", () => {
    expect(ask("/report", { method: "POST" })).toBeNull();
    expect(ask("/assets/app.js", { from: "https://elsewhere.example", mode: "cors" })).toBeNull();
  });
});
