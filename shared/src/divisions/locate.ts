import type { Point } from "../core/geo.ts";

/** A ring of [lng, lat] in degrees WGS-84; repeating the first corner at the end changes nothing. */
export type Ring = readonly (readonly [lng: number, lat: number])[];

/** A grid as far as finding a point in it needs it. */
export interface Outlined {
  readonly code: string;
  readonly polygon: Ring;
}

/**
 * Whether a point lies in a ring, by counting the edges that a ray to the east crosses.
 *
 * Edges are half-open, so a point on a border shared by two rings of a tiling lies in exactly one of them.
 * Each edge is worked out from its southern end, whichever way round the ring runs: two neighbours then compute
 * the very same number for their common edge and cannot round apart. An edge is a straight line in degrees.
 *
 * @see W. R. Franklin, PNPOLY; Haines, "Point in Polygon Strategies", Graphics Gems IV (1994)
 */
export function isInside({ lng, lat }: Point, ring: Ring): boolean {
  let inside = false;
  let from = ring[ring.length - 1];
  for (const to of ring) {
    if (from && from[1] > lat !== to[1] > lat) {
      const [south, north] = from[1] < to[1] ? [from, to] : [to, from];
      const crossing = south[0] + ((north[0] - south[0]) * (lat - south[1])) / (north[1] - south[1]);
      if (lng < crossing) inside = !inside;
    }
    from = to;
  }
  return inside;
}

/** The code of the grid a point lies in, the first of them if grids overlap, or null outside all of them. */
export function locateGrid(point: Point, grids: readonly Outlined[]): string | null {
  return grids.find((grid) => isInside(point, grid.polygon))?.code ?? null;
}

/** Mean radius of the earth in metres (IUGG). */
const EARTH_RADIUS = 6_371_008.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** The distance between two points along the surface of a spherical earth, in metres (haversine formula). */
export function distanceMetres(a: Point, b: Point): number {
  const halfLat = Math.sin(radians(b.lat - a.lat) / 2);
  const halfLng = Math.sin(radians(b.lng - a.lng) / 2);
  const h = halfLat ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * halfLng ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}
