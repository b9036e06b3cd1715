import type { Ring } from "@gongzhi/shared/divisions";

/** A sheet of paper that a few grids are drawn on. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Where a place lies on the sheet. */
  at(lng: number, lat: number): readonly [x: number, y: number];
  /** The outline of a ring as an SVG path. */
  path(ring: Ring): string;
  /** The middle of a ring, where its number is written. */
  middle(ring: Ring): readonly [x: number, y: number];
}

const MARGIN = 12;

/**
 * Lays rings of degrees out on a sheet of a given width: an equirectangular projection that is true to scale along
 * the middle parallel, which is exact to a hair for anything the size of a county.
 */
export function layOut(rings: readonly Ring[], width: number): Sheet {
  const points = rings.flat();
  const [west, east] = range(points.map(([lng]) => lng));
  const [south, north] = range(points.map(([, lat]) => lat));
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const across = Math.max((east - west) * shrink, 1e-6);
  const scale = (width - 2 * MARGIN) / across;
  const height = Math.max((north - south) * scale, 1) + 2 * MARGIN;

  const at = (lng: number, lat: number) =>
    [MARGIN + (lng - west) * shrink * scale, MARGIN + (north - lat) * scale] as const;
  const write = ([x, y]: readonly [number, number]) => `${x.toFixed(1)} ${y.toFixed(1)}`;

  return {
    width,
    height,
    at,
    path: (ring) => (ring.length ? `M${ring.map(([lng, lat]) => write(at(lng, lat))).join("L")}Z` : ""),
    middle: (ring) => {
      const [left, right] = range(ring.map(([lng]) => lng));
      const [bottom, top] = range(ring.map(([, lat]) => lat));
      return at((left + right) / 2, (bottom + top) / 2);
    },
  };
}

const range = (values: readonly number[]): [number, number] =>
  values.length ? [Math.min(...values), Math.max(...values)] : [0, 0];
