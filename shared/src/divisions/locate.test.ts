import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distanceMetres, isInside, locateGrid, type Outlined, type Ring } from "./locate.ts";

const square: Ring = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
];
const at = (lng: number, lat: number) => ({ lng, lat });

test.each([
  ["the middle", at(1, 1), true],
  ["outside", at(3, 1), false],
  ["west border", at(0, 1), true],
  ["east border", at(2, 1), false],
  ["south border", at(1, 0), true],
  ["north border", at(1, 2), false],
  ["south-west corner", at(0, 0), true],
  ["south-east corner", at(2, 0), false],
  ["north-west corner", at(0, 2), false],
  ["north-east corner", at(2, 2), false],
])("%s of a square is inside: %s", (_, point, inside) => {
  expect(isInside(point, square)).toBe(inside);
  expect(isInside(point, [...square, [0, 0]])).toBe(inside);
  expect(isInside(point, [...square].reverse())).toBe(inside);
});

test("a bay of a hollow shape is outside", () => {
  const hollow: Ring = [...square.slice(0, 3), [1, 1], [0, 2]];
  expect(isInside(at(1, 1.5), hollow)).toBe(false);
  expect(isInside(at(1, 0.5), hollow)).toBe(true);
});

test("nothing lies in a ring of fewer than three corners", () => {
  for (const length of [0, 1, 2]) expect(isInside(at(1, 0), square.slice(0, length))).toBe(false);
});

test("a point outside all grids has no grid, and overlapping grids answer with the first", () => {
  const grids = [
    { code: "a", polygon: square },
    { code: "b", polygon: square },
  ];
  expect(locateGrid(at(9, 9), grids)).toBeNull();
  expect(locateGrid(at(1, 1), grids)).toBe("a");
  expect(locateGrid(at(1, 1), [])).toBeNull();
});

/** Four by four crooked cells over the square from 0 to 4, alternately wound the other way. */
function tiling(shifts: readonly number[]): Outlined[] {
  const corner = (x: number, y: number): [number, number] => {
    const inner = x > 0 && x < 4 && y > 0 && y < 4;
    const shift = (axis: number) => (inner ? (shifts[(x * 5 + y) * 2 + axis] ?? 0) : 0);
    return [x + shift(0), y + shift(1)];
  };
  return Array.from({ length: 16 }, (_, cell) => {
    const [x, y] = [cell % 4, Math.floor(cell / 4)];
    const ring = [corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1)];
    return { code: String(cell), polygon: cell % 2 ? ring.reverse() : ring };
  });
}

describe("a tiling", () => {
  const shifts = fc.array(fc.double({ min: -0.35, max: 0.35, noNaN: true }), {
    minLength: 50,
    maxLength: 50,
  });
  const holders = (grids: Outlined[], lng: number, lat: number) =>
    grids.filter((grid) => isInside(at(lng, lat), grid.polygon)).length;
  const coordinate = fc.double({ min: 0, max: 4, maxExcluded: true, noNaN: true });

  test("every point of the area belongs to exactly one cell", () => {
    fc.assert(
      fc.property(shifts, coordinate, coordinate, (by, lng, lat) => {
        expect(holders(tiling(by), lng, lat)).toBe(1);
      }),
    );
  });

  test("every point on a shared border belongs to exactly one cell, however it is rounded", () => {
    const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(shifts, fc.nat(15), fc.nat(3), share, (by, cell, edge, t) => {
        const grids = tiling(by);
        const ring = grids[cell]?.polygon ?? [];
        const [a, b] = [ring[edge] ?? [0, 0], ring[(edge + 1) % 4] ?? [0, 0]];
        const [lng, lat] = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
        fc.pre(lng < 4 && lat < 4);
        expect(holders(grids, lng, lat)).toBe(1);
      }),
    );
  });
});

test.each([
  ["the same place", at(120.1, 30.2), at(120.1, 30.2), 0, 0],
  ["a degree of latitude", at(120, 30), at(120, 31), 111_195, 1],
  ["a degree of longitude at 60° north", at(10, 60), at(11, 60), 55_597, 3],
  ["the other side of the date line", at(179.9, 0), at(-179.9, 0), 22_239, 1],
  ["the other side of the earth", at(0, 0), at(180, 0), 20_015_115, 1],
  ["fifty metres north", at(120.1, 30.2), at(120.1, 30.2 + 50 / 111_195), 50, 0.01],
])("distance to %s", (_, a, b, metres, tolerance) => {
  expect(Math.abs(distanceMetres(a, b) - metres)).toBeLessThanOrEqual(tolerance);
  expect(distanceMetres(b, a)).toBe(distanceMetres(a, b));
});
