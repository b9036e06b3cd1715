import { z } from "zod";

/** A point in WGS-84 degrees. */
export const Point = z.object({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) });
export type Point = z.infer<typeof Point>;
