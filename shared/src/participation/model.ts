import { z } from "zod";
import { Instant } from "../core/index.ts";

/** A count per key; null where it is too small to be shown. */
export const Cell = z.object({ key: z.string(), count: z.int().nullable() });
export type Cell = z.infer<typeof Cell>;

/** A part and the whole it is a part of. */
export const Share = z.object({ part: z.int(), whole: z.int() });
export type Share = z.infer<typeof Share>;

/** The participation figures of one division, computed from the cases at the moment `at`. */
export const Figures = z.object({
  division: z.string(),
  at: Instant,
  /** Cases submitted since 00:00 in Shanghai. */
  reportsToday: z.int(),
  /** Cases not yet closed, rejected, withdrawn, merged, transferred or archived. */
  open: z.int(),
  /** Of the cases of the last 30 days whose response is due: those first contacted in time (响应率). */
  answeredInTime: Share,
  /** Of the cases closed in the last 30 days: those the reporter confirmed as solved. */
  closedConfirmed: Share,
  /** Residents who reported, followed, answered, confirmed or disputed since Monday 00:00. */
  takingPart: z.object({
    total: z.int().nullable(),
    byCommunity: z.array(Cell),
    byAgeBand: z.array(Cell),
  }),
});
export type Figures = z.infer<typeof Figures>;

/** The key of the cell for those who did not say. */
export const UNSAID = "unsaid";
/** The key of the cell for those who live outside the division. */
export const ELSEWHERE = "elsewhere";
/** Cells below this are hidden (DOMAIN section 5: public statistics suppress cells < 5). */
export const MIN_CELL = 5;
