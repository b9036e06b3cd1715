import { describe, expect, test } from "vitest";
import { areasOf, homeArea } from "./areas.ts";
import type { Division } from "./model.ts";

const divisions: Division[] = [
  { code: "990102001002", name: "望湖社区", level: "community", parent: "990102001000" },
  { code: "990102001001", name: "晴川社区", level: "community", parent: "990102001000" },
  { code: "990102001000", name: "青禾街道", level: "town", parent: "990102000000" },
  { code: "990102002000", name: "滨江镇", level: "town", parent: "990102000000" },
  { code: "990102000000", name: "临湖区", level: "county", parent: "990100000000" },
  { code: "990100000000", name: "望江市", level: "city", parent: "990000000000" },
];
const names = (...territories: string[]) => areasOf(territories, divisions).map(({ name }) => name);

describe("the areas a worker compares", () => {
  test.each<[because: string, territory: string, expected: string[]]>([
    ["a grid worker sees what the grid lies in", "990102001001001", ["临湖区", "青禾街道", "晴川社区"]],
    ["a town sees its communities", "990102001000", ["临湖区", "青禾街道", "晴川社区", "望湖社区"]],
    [
      "a county sees everything below it",
      "990102000000",
      ["临湖区", "青禾街道", "滨江镇", "晴川社区", "望湖社区"],
    ],
    ["what is no code is nowhere", "123", []],
  ])("%s", (_, territory, expected) => {
    expect(names(territory)).toEqual(expected);
  });

  test("two posts in one town name it once", () => {
    expect(names("990102001001001", "990102001002001")).toEqual([
      "临湖区",
      "青禾街道",
      "晴川社区",
      "望湖社区",
    ]);
  });

  test("begins at the community of a grid, else at the post's own division", () => {
    expect(homeArea(["990102001001001"])).toBe("990102001001");
    expect(homeArea(["990102001000"])).toBe("990102001000");
    expect(homeArea([])).toBeNull();
  });
});
