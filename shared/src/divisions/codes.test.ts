import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  communityOf,
  countyOf,
  gridKind,
  isDivisionCode,
  isGridCode,
  isWithin,
  levelOf,
  parentOf,
  prefixOf,
  townOf,
} from "./codes.ts";

const grid = "990102001001003";

test.each([
  ["990000000000", "province"],
  ["990100000000", "city"],
  ["990102000000", "county"],
  ["990102001000", "town"],
  ["990102599000", "town"],
  ["441900003000", "town"],
  ["441900003001", "community"],
  ["990102001001", "community"],
  ["990102100201", "community"],
  [grid, "grid"],
  ["990102001001799", "grid"],
  ["990102001001801", "grid"],
  ["990102001001999", "grid"],
  ["990102001001000", null],
  ["990102001001800", null],
  ["990102001000001", null],
  ["990102600000", null],
  ["990102600001", null],
  ["990102000001", null],
  ["990002001001", null],
  ["990000000000001", null],
  ["000000000000", null],
  ["99010200100", null],
  ["9901020010010", null],
  ["99010200100a", null],
  ["９９0102001001", null],
  ["", null],
])("the level of %s is %s", (code, level) => {
  expect(levelOf(code)).toBe(level);
});

describe("the given vectors", () => {
  test.each([
    ["990102001001", true],
    ["99010200100", false],
    ["990102600001", false],
  ])("division %s valid: %s", (code, valid) => {
    expect(isDivisionCode(code)).toBe(valid);
  });

  test.each([
    ["990102001001001", true],
    ["990102001001000", false],
  ])("grid %s valid: %s", (code, valid) => {
    expect(isGridCode(code)).toBe(valid);
  });
});

test("a grid code is not a division code and the other way round", () => {
  expect(isDivisionCode(grid)).toBe(false);
  expect(isGridCode("990102001001")).toBe(false);
});

test.each([
  ["990102001001001", "basic"],
  ["990102001001799", "basic"],
  ["990102001001801", "dedicated"],
  ["990102001001", null],
])("the grid %s is %s", (code, kind) => {
  expect(gridKind(code)).toBe(kind);
});

test.each([
  [grid, "990102001001"],
  ["990102001001", "990102001000"],
  ["990102001000", "990102000000"],
  ["990102000000", "990100000000"],
  ["990100000000", "990000000000"],
  ["990000000000", null],
  ["441900003000", "441900000000"],
  ["nonsense", null],
])("above %s comes %s", (code, parent) => {
  expect(parentOf(code)).toBe(parent);
});

test.each([
  [grid, "990102000000", true],
  ["990102001001", "990102000000", true],
  [grid, "990102001000", true],
  [grid, "990102001001", true],
  [grid, grid, true],
  ["990102001001004", grid, false],
  ["990102001001", grid, false],
  ["990102002001", "990102001000", false],
  ["990121101001", "990102000000", false],
  ["990121101001", "990100000000", true],
  ["990102000000", "990102001000", false],
  ["441900003001", "441900000000", true],
  ["990102001001", "990102", false],
  ["990102001001", "", false],
  ["9901020010", "990102000000", false],
])("%s is within %s: %s", (code, territory, within) => {
  expect(isWithin(code, territory)).toBe(within);
});

test.each([
  [grid, "990102", "990102001000", "990102001001"],
  ["990102001001", "990102", "990102001000", "990102001001"],
  ["990102001000", "990102", "990102001000", null],
  ["990102000000", "990102", null, null],
  ["441900003000", "441900", "441900003000", null],
  ["990100000000", null, null, null],
  ["990000000000", null, null, null],
  ["990102001001000", null, null, null],
])("%s lies in county %s, town %s, community %s", (code, county, town, community) => {
  expect([countyOf(code), townOf(code), communityOf(code)]).toEqual([county, town, community]);
});

test("prefixes carry no padding", () => {
  expect(["990000000000", "990102000000", "990102100000", grid, "x"].map(prefixOf)).toEqual([
    "99",
    "990102",
    "990102100",
    grid,
    null,
  ]);
});

test("every code lies within itself and within each division above it, and nowhere above inside it", () => {
  const part = (max: number, digits: number) => fc.nat(max).map((n) => String(n).padStart(digits, "0"));
  const code = fc
    .tuple(part(99, 2), part(99, 2), part(99, 2), part(599, 3), part(999, 3), fc.option(part(999, 3)))
    .map((parts) => parts.map((each) => each ?? "").join(""))
    .filter((each) => levelOf(each) !== null);
  fc.assert(
    fc.property(code, (each) => {
      expect(isWithin(each, each)).toBe(true);
      for (let above = parentOf(each); above !== null; above = parentOf(above)) {
        expect(isWithin(each, above)).toBe(true);
        expect(isWithin(above, each)).toBe(false);
      }
    }),
  );
});
