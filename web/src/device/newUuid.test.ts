import { afterEach, describe, expect, test, vi } from "vitest";
import { newUuid } from "./newUuid.ts";

const VERSION_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

afterEach(() => vi.unstubAllGlobals());

describe("a fresh UUID", () => {
  test("is of version 4", () => expect(newUuid()).toMatch(VERSION_4));

  test("is so on plain http too, where the browser has no maker of its own", () => {
    vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });
    const made = new Set(Array.from({ length: 100 }, newUuid));
    expect(made.size).toBe(100);
    for (const id of made) expect(id).toMatch(VERSION_4);
  });
});
