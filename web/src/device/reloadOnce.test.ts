import { describe, expect, test } from "vitest";
import { reloadOnce } from "./reloadOnce.ts";

function browser() {
  const memory = new Map<string, string>();
  let reloads = 0;
  const storage = {
    read: (key: string) => memory.get(key) ?? null,
    write: (key: string, value: string) => void memory.set(key, value),
    remove: (key: string) => void memory.delete(key),
  };
  return {
    at: (ms: number) => reloadOnce(storage, new Date(ms), () => (reloads += 1)),
    reloads: () => reloads,
  };
}

describe("a page whose files are gone", () => {
  test("is read anew once, not in a circle", () => {
    const { at, reloads } = browser();
    expect([at(100_000), at(101_000), at(109_999)]).toEqual([true, false, false]);
    expect(reloads()).toBe(1);
  });

  test("is read anew again after the next deployment", () => {
    const { at, reloads } = browser();
    at(100_000);
    expect(at(110_000)).toBe(true);
    expect(reloads()).toBe(2);
  });
});
