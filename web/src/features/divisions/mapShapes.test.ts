import { describe, expect, test } from "vitest";
import type { Grid } from "@gongzhi/shared/divisions";
import { drawMap, mapShapes } from "./mapShapes.ts";

const grid = (code: string, polygon: Grid["polygon"]): Grid => ({
  code,
  name: code,
  communityCode: "c",
  households: 1,
  polygon,
});
const west = grid("west", [
  [120.0, 30.0],
  [120.01, 30.0],
  [120.01, 30.01],
  [120.0, 30.01],
]);
const east = grid("east", [
  [120.01, 30.0],
  [120.02, 30.0],
  [120.02, 30.01],
  [120.01, 30.01],
]);
const turnedRound = (one: Grid): Grid => ({ ...one, polygon: [...one.polygon].reverse() });

describe("the map of the grids", () => {
  test("lies inside its field, east to the right", () => {
    const [left, right] = mapShapes([west, east], 640, 460);
    expect(left!.centre[0]).toBeLessThan(right!.centre[0]);
    for (const { centre } of [left!, right!]) {
      expect(centre[0]).toBeGreaterThan(0);
      expect(centre[0]).toBeLessThan(640);
      expect(centre[1]).toBeGreaterThan(0);
      expect(centre[1]).toBeLessThan(460);
    }
  });

  test("north is on top", () => {
    const { at } = drawMap([west], 100, 100);
    expect(at({ lng: 120.005, lat: 30.009 })![1]).toBeLessThan(at({ lng: 120.005, lat: 30.001 })![1]);
  });

  test("is the same whichever way round an outline was drawn", () => {
    const [one] = mapShapes([west, east], 640, 460);
    const [other] = mapShapes([turnedRound(west), east], 640, 460);
    expect(other!.centre[0]).toBeCloseTo(one!.centre[0], 1);
    expect(other!.d.length).toBeLessThan(one!.d.length + 20);
  });

  test("a grid without an outline is left out", () => {
    expect(mapShapes([grid("new", []), west], 640, 460).map(({ code }) => code)).toEqual(["west"]);
  });
});
