import { z } from "zod";

/** How a list is asked for: where the last page ended and how many more. */
export const pageInput = {
  after: z.string().max(200).optional(),
  limit: z.coerce.number<number>().int().min(1).max(100).default(20),
};

/** One page of a list; `next` continues it, null ends it. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });
