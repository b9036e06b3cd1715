import { z } from "zod";
import { Point } from "../core/index.ts";

export const DivisionLevel = z.enum(["province", "city", "county", "town", "community", "grid"]);
export type DivisionLevel = z.infer<typeof DivisionLevel>;

/** A division of the register, from the province down to the grid. */
export const Division = z.object({
  /** 12 digits; 15 for a grid. */
  code: z.string(),
  name: z.string(),
  level: DivisionLevel,
  parent: z.string().nullable(),
});
export type Division = z.infer<typeof Division>;

/** A grid with its outline: a closed ring of [lng, lat] in WGS-84 whose last point is not repeated. */
export const Grid = z.object({
  code: z.string(),
  name: z.string(),
  communityCode: z.string(),
  households: z.int(),
  polygon: z.array(z.tuple([z.number(), z.number()])),
});
export type Grid = z.infer<typeof Grid>;

/** A unified address as a suggestion. */
export const AddressMatch = z.object({
  addressCode: z.string(),
  standard: z.string(),
  gridCode: z.string(),
  point: Point,
});
export type AddressMatch = z.infer<typeof AddressMatch>;
