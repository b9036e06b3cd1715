import { describe, expect, test } from "vitest";
import { layOut } from "./sheet.ts";

/** A field of a thousandth of a degree at 30° north: wider in degrees than in metres. */
const field = [
  [120, 30],
  [120.001, 30],
  [120.001, 30.001],
  [120, 30.001],
] as const;

describe("a sheet with grids on it", () => {
  test("fills its width and leaves a margin", () => {
    const sheet = layOut([field], 200);
    expect(sheet.at(120, 30.001)).toEqual([12, 12]);
    expect(sheet.at(120.001, 30.001)[0]).toBeCloseTo(188);
  });

  test("keeps the shape: a degree of longitude is shorter the further north", () => {
    const sheet = layOut([field], 200);
    const ratio = (sheet.height - 24) / (200 - 24);
    expect(ratio).toBeCloseTo(1 / Math.cos((30 * Math.PI) / 180), 3);
  });

  test("north is up", () => {
    const sheet = layOut([field], 200);
    expect(sheet.at(120, 30.001)[1]).toBeLessThan(sheet.at(120, 30)[1]);
  });

  test("draws a closed path and writes in the middle", () => {
    const sheet = layOut([field], 200);
    expect(sheet.path(field)).toMatch(/^M[\d. L]+Z$/);
    const [x, y] = sheet.middle(field);
    expect([x, y * 2]).toEqual([expect.closeTo(100), expect.closeTo(sheet.height)]);
  });

  test("nothing to draw is an empty sheet", () => {
    const sheet = layOut([], 200);
    expect(sheet.height).toBeGreaterThan(0);
    expect(sheet.path([])).toBe("");
  });
});
