import { describe, expect, test } from "vitest";
import { countTints } from "./countTints.ts";

describe("the tints of the map", () => {
  test("nothing is untinted, one case is seen, the largest count is darkest", () => {
    const tints = countTints(
      new Map([
        ["none", 0],
        ["one", 1],
        ["half", 10],
        ["most", 20],
      ]),
    );
    expect(Object.fromEntries(tints)).toEqual({ none: 0, one: 1, half: 2, most: 4 });
  });

  test("a county without cases is untinted", () => {
    expect([...countTints(new Map([["a", 0]])).values()]).toEqual([0]);
    expect(countTints(new Map()).size).toBe(0);
  });
});
