import { geoArea, geoMercator, geoPath, type GeoPermissibleObjects } from "d3-geo";
import type { Point } from "@gongzhi/shared/core";
import type { Grid } from "@gongzhi/shared/divisions";

/** A grid drawn: its outline as an SVG path and the middle of it. */
export interface Shape {
  readonly code: string;
  readonly name: string;
  readonly communityCode: string;
  readonly d: string;
  readonly centre: readonly [x: number, y: number];
}

const HALF_THE_GLOBE = 2 * Math.PI;

/** A closed ring in the direction d3-geo takes for the inside; the other way round it would be the rest of the earth. */
function polygonOf({ polygon }: Pick<Grid, "polygon">): GeoPermissibleObjects {
  const closed = [...polygon, ...polygon.slice(0, 1)];
  const one = { type: "Polygon" as const, coordinates: [closed] };
  return geoArea(one) < HALF_THE_GLOBE ? one : { type: "Polygon", coordinates: [closed.reverse()] };
}

/** Grids drawn, and where on the drawing a place lies. */
export interface DrawnMap {
  readonly shapes: readonly Shape[];
  at(place: Point): readonly [x: number, y: number] | null;
}

/** The grids drawn to fit a field of this size, north on top. */
export const mapShapes = (
  grids: readonly Grid[],
  width: number,
  height: number,
  margin = 8,
): readonly Shape[] => drawMap(grids, width, height, margin).shapes;

/** The same with a way to put a place on it. */
export function drawMap(grids: readonly Grid[], width: number, height: number, margin = 8): DrawnMap {
  const outlines = grids
    .filter(({ polygon }) => polygon.length > 2)
    .map((grid) => ({ grid, outline: polygonOf(grid) }));
  const all = { type: "GeometryCollection", geometries: outlines.map(({ outline }) => outline) };
  const inner: [[number, number], [number, number]] = [
    [margin, margin],
    [width - margin, height - margin],
  ];
  const projection = geoMercator().fitExtent(inner, all as never);
  const draw = geoPath(projection).digits(1);
  const shapes = outlines.map(({ grid: { code, name, communityCode }, outline }) => ({
    code,
    name,
    communityCode,
    d: draw(outline) ?? "",
    centre: draw.centroid(outline),
  }));
  return { shapes, at: ({ lng, lat }) => projection([lng, lat]) };
}
