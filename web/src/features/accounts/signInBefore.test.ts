import { describe, expect, test } from "vitest";
import { pathAfterSignIn, signInBefore } from "./signInBefore.ts";

const workbench = { fullPath: "/workbench/queue?which=all", meta: { workers: true } };
const home = { fullPath: "/", meta: {} };

describe("before a page is shown", () => {
  test("everybody sees the portal", () => {
    expect(signInBefore(home, null)).toBeNull();
    expect(signInBefore(home, { kind: "worker" })).toBeNull();
  });

  test("workers see the workbench", () => expect(signInBefore(workbench, { kind: "worker" })).toBeNull());

  test.each([
    ["a guest", null],
    ["a resident", { kind: "resident" } as const],
  ])("%s is asked to sign in as a worker, and comes back to the same place", (_, me) => {
    expect(signInBefore(workbench, me)).toEqual({
      path: "/sign-in",
      query: { next: "/workbench/queue?which=all", as: "worker" },
    });
  });
});

describe("after signing in", () => {
  test("one is back where one was", () => expect(pathAfterSignIn("/report?x=1", "/")).toBe("/report?x=1"));

  test.each([
    undefined,
    null,
    ["/a", "/b"],
    "",
    "report",
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
  ])("%s leads to no place of ours, so one begins at the beginning", (next) =>
    expect(pathAfterSignIn(next, "/")).toBe("/"),
  );
});
