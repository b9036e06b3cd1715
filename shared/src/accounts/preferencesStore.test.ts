import { describe, expect, test } from "vitest";
import { openTestDevice } from "../platform/fixtures.ts";
import { usePreferences } from "./preferencesStore.ts";

const elderOn = (storage: Map<string, string>, largeType: boolean) =>
  openTestDevice(() => ({ status: 200, body: {} }), storage, { largeType }).use(usePreferences).elder;

describe("the large view", () => {
  test("is there from the first start for whoever asked the system for large type", () => {
    expect([elderOn(new Map(), true), elderOn(new Map(), false)]).toEqual([true, false]);
  });

  test("stays as its reader chose it, whatever the system says", () => {
    const chosen = (elder: boolean) => new Map([["preferences", JSON.stringify({ elder })]]);
    expect([elderOn(chosen(false), true), elderOn(chosen(true), false)]).toEqual([false, true]);
  });

  test("is no matter of damaged preferences", () => {
    expect(elderOn(new Map([["preferences", "{"]]), true)).toBe(true);
  });
});
