import { communityOf, countyOf, isWithin, levelOf, townOf } from "./codes.ts";
import type { Division, DivisionLevel } from "./model.ts";

const order: readonly DivisionLevel[] = ["county", "town", "community"];

/**
 * The divisions somebody with these territories may want to compare: those they lie in from the county down, and the
 * communities inside them. From the widest to the narrowest, each once, as far as the register knows them.
 */
export function areasOf(territories: readonly string[], divisions: readonly Division[]): Division[] {
  const above = new Set(
    territories.flatMap((code) => [countyDivision(code), townOf(code), communityOf(code)]),
  );
  const inside = (code: string) => territories.some((territory) => isWithin(code, territory));
  return divisions
    .filter(({ code, level }) => order.includes(level) && (above.has(code) || inside(code)))
    .sort(
      (one, other) =>
        order.indexOf(one.level) - order.indexOf(other.level) || (one.code < other.code ? -1 : 1),
    );
}

/** The area somebody with these territories looks at first: the narrowest division that is no grid. */
export const homeArea = (territories: readonly string[]): string | null => {
  const [first] = territories;
  if (first === undefined) return null;
  return levelOf(first) === "grid" ? communityOf(first) : first;
};

const countyDivision = (code: string) => countyOf(code)?.padEnd(12, "0") ?? null;
