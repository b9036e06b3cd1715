import { communityOf, isInside, isWithin, locateGrid, townOf } from "@gongzhi/shared/divisions";
import { describe, expect, test } from "vitest";
import addresses from "./data/addresses.json" with { type: "json" };
import divisions from "./data/divisions.json" with { type: "json" };
import reports from "./data/reports.json" with { type: "json" };
import { outlinedGrids, outlineOf, pointIn } from "./grids.ts";

type Corner = readonly [number, number];

const grids = outlinedGrids.map((code) => ({ code, polygon: outlineOf(code) }));
const text = (corner: Corner) => corner.join(",");
const edgesOf = (ring: readonly Corner[]) =>
  ring.map((from, at): [Corner, Corner] => [from, ring[(at + 1) % ring.length] ?? from]);
const edges = grids.flatMap(({ polygon }) => edgesOf(polygon));
const area = (ring: readonly Corner[]) =>
  edgesOf(ring).reduce((sum, [from, to]) => sum + (from[0] * to[1] - to[0] * from[1]) / 2, 0);

/** On which side of a line a point lies. */
const side = ([a, b]: readonly [Corner, Corner], c: Corner) =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
const cross = (one: [Corner, Corner], two: [Corner, Corner]) =>
  side(one, two[0]) * side(one, two[1]) < 0 && side(two, one[0]) * side(two, one[1]) < 0;

test("every grid of the register has an outline, and every outline a grid", () => {
  const codes = [...JSON.stringify(divisions.tree).matchAll(/"code":"(\d{15})"/g)].map(([, code]) => code);
  expect(codes).toHaveLength(23);
  expect([...outlinedGrids].sort()).toEqual(codes.sort());
  expect(() => outlineOf("990102001001009")).toThrow(RangeError);
});

describe("the grids tile their places", () => {
  test("each runs once against the clock around an area of its own", () => {
    for (const { polygon } of grids) {
      expect(area(polygon)).toBeGreaterThan(0);
      expect(new Set(polygon.map(text)).size).toBe(polygon.length);
    }
  });

  test("an edge is shared by two neighbours running opposite ways, or is the edge of the map", () => {
    const directed = edges.map(([from, to]) => `${text(from)} ${text(to)}`);
    expect(new Set(directed).size).toBe(directed.length);
  });

  test("no edge crosses another", () => {
    const crossings = edges.flatMap((one, at) => edges.slice(at + 1).filter((two) => cross(one, two)));
    expect(crossings).toEqual([]);
  });

  test("no point lies in two grids, and every border point in one at most", () => {
    const holders = ([lng, lat]: Corner) =>
      grids.filter(({ polygon }) => isInside({ lng, lat }, polygon)).length;
    const middles = edges.map(([a, b]): Corner => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
    for (const corner of [...edges.map(([from]) => from), ...middles])
      expect(holders(corner)).toBeLessThan(2);
  });

  test("a point on an inner border, and so every point between the outer ones, lies in exactly one grid", () => {
    const directed = new Set(edges.map(([from, to]) => `${text(from)} ${text(to)}`));
    const inner = edges.filter(([from, to]) => directed.has(`${text(to)} ${text(from)}`));
    expect(inner.length).toBeGreaterThan(60);
    for (const [a, b] of inner) {
      const point = { lng: (a[0] + b[0]) / 2, lat: (a[1] + b[1]) / 2 };
      expect(grids.filter(({ polygon }) => isInside(point, polygon))).toHaveLength(1);
    }
  });
});

/** The edges that only one grid of a territory has. */
function outerEdges(territory: string): [Corner, Corner][] {
  const own = grids
    .filter(({ code }) => isWithin(code, territory))
    .flatMap(({ polygon }) => edgesOf(polygon));
  const directed = new Set(own.map(([from, to]) => `${text(from)} ${text(to)}`));
  return own.filter(([from, to]) => !directed.has(`${text(to)} ${text(from)}`));
}

test("every community and town is one piece without a hole", () => {
  const places = new Set(outlinedGrids.flatMap((code) => [communityOf(code) ?? "", townOf(code) ?? ""]));
  expect(places.size).toBe(13 + 5);
  for (const place of places) {
    const outer = outerEdges(place);
    const next = new Map(outer.map(([from, to]) => [text(from), text(to)]));
    const [start = ""] = next.keys();
    let length = 0;
    for (let at = start; length === 0 || at !== start; at = next.get(at) ?? start) length += 1;
    expect(length).toBe(outer.length);
  }
});

test("a dedicated grid is a small part of its community", () => {
  for (const code of outlinedGrids.filter((each) => each.endsWith("801"))) {
    const whole = grids.filter((each) => isWithin(each.code, communityOf(code) ?? ""));
    const sum = whole.reduce((total, { polygon }) => total + area(polygon), 0);
    expect(area(outlineOf(code)) / sum).toBeLessThan(0.15);
  }
});

test("the lake belongs to no grid, and the other county lies to the west", () => {
  expect(locateGrid({ lng: 120.128, lat: 30.206 }, grids)).toBeNull();
  const lngs = (county: string) =>
    grids.filter(({ code }) => isWithin(code, county)).flatMap(({ polygon }) => polygon.map(([lng]) => lng));
  expect(Math.max(...lngs("990121000000"))).toBeLessThan(Math.min(...lngs("990102000000")));
});

describe("a point of a grid", () => {
  test("lies in that grid and no other, for every report, and many times over", () => {
    for (const { gridCode, caseNo } of reports.reports) {
      expect(locateGrid(pointIn(gridCode, caseNo), grids)).toBe(gridCode);
    }
    for (const code of outlinedGrids) {
      for (let seed = 0; seed < 100; seed += 1) expect(locateGrid(pointIn(code, seed), grids)).toBe(code);
    }
  });

  test("can be had for every address, in its community", () => {
    for (const { division, addressCode } of addresses.addresses) {
      const grid = outlinedGrids.find((code) => isWithin(code, division)) ?? "";
      const found = locateGrid(pointIn(grid, addressCode), grids) ?? "";
      expect(communityOf(found)).toBe(division);
    }
  });

  test("is the same for the same seed and another for another", () => {
    expect(pointIn("990102001001001", 7)).toEqual(pointIn("990102001001001", 7));
    const points = Array.from({ length: 200 }, (_, seed) => JSON.stringify(pointIn("990102001001001", seed)));
    expect(new Set(points).size).toBe(200);
  });
});
