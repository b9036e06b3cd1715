import type { Grid } from "@gongzhi/shared/divisions";

/** A grid on a map: its box in per cent of the map, and its outline in per cent of that box. */
export interface MapTile {
  readonly code: string;
  readonly name: string;
  readonly communityCode: string;
  readonly style: string;
  /** The middle of the box, in per cent of the map. */
  readonly centre: readonly [x: number, y: number];
}

type Corner = readonly [x: number, y: number];
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Grids are drawn this much smaller, so that a line of the ground shows between them. */
const SHRUNK = 0.94;
const percent = (part: number, whole: number) => Math.round((part / whole) * 10_000) / 100;

function boxOf(corners: readonly Corner[]): Box {
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left || 1, height: Math.max(...ys) - top || 1 };
}

/**
 * Grids as boxes with an outline each, north on top, for a map of this width to height; a mini program draws and
 * presses no shapes, but every element can be cut to one. Over a few kilometres degrees make a flat picture once
 * those of longitude are shortened by the cosine of the latitude.
 */
export function mapTiles(grids: readonly Grid[], ratio: number, margin = 0.02): MapTile[] {
  const shown = grids.filter(({ polygon }) => polygon.length > 2);
  const latitude = shown[0]?.polygon[0]?.[1] ?? 0;
  const narrower = Math.cos((latitude * Math.PI) / 180);
  const flat = shown.map((grid) => ({
    grid,
    corners: grid.polygon.map(([lng, lat]): Corner => [lng * narrower, -lat]),
  }));
  const all = boxOf(flat.flatMap(({ corners }) => corners));
  const scale = Math.min(ratio / all.width, 1 / all.height) * (1 - 2 * margin);
  const shift = [(ratio - all.width * scale) / 2, (1 - all.height * scale) / 2] as const;
  const placed = ([x, y]: Corner): Corner => [
    (x - all.left) * scale + shift[0],
    (y - all.top) * scale + shift[1],
  ];

  return flat.map(({ grid: { code, name, communityCode }, corners }) => {
    const ring = corners.map(placed);
    const { left, top, width, height } = boxOf(ring);
    const middle = [left + width / 2, top + height / 2] as const;
    const outline = ring
      .map(([x, y]) => [middle[0] + (x - middle[0]) * SHRUNK, middle[1] + (y - middle[1]) * SHRUNK] as const)
      .map(([x, y]) => `${percent(x - left, width)}% ${percent(y - top, height)}%`)
      .join(",");
    const box = `left:${percent(left, ratio)}%;top:${percent(top, 1)}%;width:${percent(width, ratio)}%;height:${percent(height, 1)}%`;
    return {
      code,
      name,
      communityCode,
      style: `${box};-webkit-clip-path:polygon(${outline});clip-path:polygon(${outline})`,
      centre: [percent(middle[0], ratio), percent(middle[1], 1)],
    };
  });
}
