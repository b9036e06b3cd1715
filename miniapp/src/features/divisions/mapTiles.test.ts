import { describe, expect, test } from "vitest";
import type { Grid } from "@gongzhi/shared/divisions";
import { mapTiles } from "./mapTiles.ts";

const square = (code: string, west: number, south: number): Grid => ({
  code,
  name: code,
  communityCode: "990102001001",
  households: 1,
  polygon: [
    [west, south],
    [west + 1, south],
    [west + 1, south + 1],
    [west, south + 1],
  ],
});

describe("a map of grids", () => {
  test("has the north on top and the east on the right", () => {
    const [southWest, northEast] = mapTiles([square("1", 0, 0), square("2", 1, 1)], 1);
    expect(northEast!.centre[0]).toBeGreaterThan(southWest!.centre[0]);
    expect(northEast!.centre[1]).toBeLessThan(southWest!.centre[1]);
  });

  test("fills the map as far as its shape allows, in the middle of it", () => {
    const [only] = mapTiles([square("1", 0, 0)], 2, 0);
    expect(only!.centre).toEqual([50, 50]);
    expect(only!.style).toContain("left:25%;top:0%;width:50%;height:100%");
  });

  test("shortens the degrees of longitude, as the globe does", () => {
    const [far] = mapTiles([square("1", 0, 60)], 1, 0);
    const [, width = ""] = /width:([\d.]+)%/.exec(far!.style) ?? [];
    expect(Number(width)).toBeCloseTo(50, 0);
  });

  test("leaves out what has no outline", () => {
    expect(mapTiles([{ ...square("1", 0, 0), polygon: [] }], 1)).toEqual([]);
  });
});
