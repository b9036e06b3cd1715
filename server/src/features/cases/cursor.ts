import { fail } from "../../core/fail.ts";

/** Where a page ended: the group and the moment its last item is ordered by, and its id to tell equals apart. */
export interface Cursor {
  /** Lists that show some items before all others number their groups; the others have group 0 only. */
  readonly group: number;
  readonly at: Date;
  readonly id: string;
}

/** One page of records with the text that continues it. */
export interface Page<Item> {
  readonly items: Item[];
  readonly next: string | null;
}

const SHAPE = /^(\d)-(\d{1,15})-([0-9a-f]{24})$/;

/** The cursor as the text a client hands back. */
export const writeCursor = ({ group, at, id }: Cursor): string => `${group}-${at.getTime()}-${id}`;

/** The cursor a client handed back; null for the first page. */
export function readCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  const [, group, ms, id] = SHAPE.exec(text) ?? [];
  if (!group || !ms || !id) return fail("request.invalid", [{ path: "after", code: "cursor" }]);
  return { group: Number(group), at: new Date(Number(ms)), id };
}

/** The page asked for out of its items and, where there are more, one item beyond. */
export function pageOf<Item>(read: Item[], limit: number, cursorOf: (item: Item) => Cursor): Page<Item> {
  const items = read.slice(0, limit);
  const last = items.at(-1);
  return { items, next: last && read.length > limit ? writeCursor(cursorOf(last)) : null };
}
