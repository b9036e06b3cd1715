import type { Point } from "@gongzhi/shared/core";
import { isInside, type Grid } from "@gongzhi/shared/divisions";
import { gridCorners, naturalLines, nodes, type NodeName } from "./mapNodes.ts";

type Corner = [lng: number, lat: number];

/** Where the map is laid over the earth (WGS-84). */
const ORIGIN = { lng: 120.1, lat: 30.2 };
const KM_PER_DEGREE = 111.195;

/** A number from 0 up to 1 that is always the same for the same text (FNV-1a with the last mixing of MurmurHash3). */
function chance(text: string): number {
  let hash = 0x811c9dc5;
  for (const each of text) hash = Math.imul(hash ^ each.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

const pairs = (line: readonly string[]) => line.slice(1).map((to, at) => `${line[at] ?? ""} ${to}`);
const natural = new Set(
  naturalLines.flatMap((line) => [line.split(" "), line.split(" ").reverse()]).flatMap(pairs),
);

type Km = readonly [east: number, north: number];

/** Bends a line by moving its middle aside, and then the middles of its halves. */
function bend(from: Km, to: Km, depth: number, share: number, seed: string): Km[] {
  if (depth === 0) return [from];
  const aside = (chance(seed) - 0.5) * share;
  const middle: Km = [
    (from[0] + to[0]) / 2 + (to[1] - from[1]) * aside,
    (from[1] + to[1]) / 2 - (to[0] - from[0]) * aside,
  ];
  return [
    ...bend(from, middle, depth - 1, share, `${seed}a`),
    ...bend(middle, to, depth - 1, share, `${seed}b`),
  ];
}

/**
 * The border between two corners without its end. It is worked out once, in the order of the names, so that the two
 * grids it divides share every point of it.
 */
function border(from: NodeName, to: NodeName): Km[] {
  const [first, second] = from < to ? [from, to] : [to, from];
  const rough = natural.has(`${from} ${to}`);
  const line = bend(nodes[first], nodes[second], rough ? 3 : 1, rough ? 0.3 : 0.08, `${first}-${second}`);
  return from < to ? line : [nodes[second], ...line.slice(1).reverse()];
}

/** Six digits are a tenth of a metre. */
const rounded = (degrees: number) => Number(degrees.toFixed(6));

function place([east, north]: Km): Corner {
  const kmPerLng = KM_PER_DEGREE * Math.cos((ORIGIN.lat * Math.PI) / 180);
  return [rounded(ORIGIN.lng + east / kmPerLng), rounded(ORIGIN.lat + north / KM_PER_DEGREE)];
}

function outline(corners: string): Corner[] {
  const names = corners.split(" ") as NodeName[];
  return names.flatMap((name, at) => border(name, names[(at + 1) % names.length] ?? name)).map(place);
}

const outlines = new Map(Object.entries(gridCorners).map(([code, corners]) => [code, outline(corners)]));

/** The codes of the demonstration's grids. */
export const outlinedGrids: readonly string[] = [...outlines.keys()];

/** The outline of a grid of the demonstration, against the clock, its first corner not repeated. */
export function outlineOf(gridCode: string): Grid["polygon"] {
  const ring = outlines.get(gridCode);
  if (!ring) throw new RangeError(`The demonstration's map has no grid ${gridCode}`);
  return ring;
}

/** A point inside a grid, always the same for the same seed and another one for every other. */
export function pointIn(gridCode: string, seed: number | string): Point {
  const ring = outlineOf(gridCode);
  const range = (axis: 0 | 1) => [
    Math.min(...ring.map((each) => each[axis])),
    Math.max(...ring.map((each) => each[axis])),
  ];
  const [[west = 0, east = 0], [south = 0, north = 0]] = [range(0), range(1)];
  for (let attempt = 0; ; attempt += 1) {
    const key = `${gridCode} ${seed} ${attempt}`;
    const point = {
      lng: rounded(west + chance(`${key} x`) * (east - west)),
      lat: rounded(south + chance(`${key} y`) * (north - south)),
    };
    if (isInside(point, ring)) return point;
  }
}
