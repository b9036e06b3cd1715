import type { DivisionLevel } from "./model.ts";

/** The segments of a code and how many of its digits they end at. */
const segmentEnds: readonly (readonly [level: DivisionLevel, digits: number])[] = [
  ["grid", 15],
  ["community", 12],
  ["town", 9],
  ["county", 6],
  ["city", 4],
  ["province", 2],
];

const zeros = (digits: string) => /^0*$/.test(digits);

/**
 * Which level of the five-level division register, or of the grids below it, this code belongs to; null if it
 * is not a code.
 *
 * A division code has 12 digits, 2 + 2 + 2 + 3 + 3 for province, prefecture, county, town and community, and
 * is filled up with zeros. Towns are numbered 001 to 599. The county segment may be 00 above a town: a few
 * prefecture-level cities have towns and no counties. A grid code is a community's code with three digits
 * more: 001 to 799 for basic grids, 801 to 999 for dedicated ones.
 *
 * @see 《统计用区划代码和城乡划分代码编制规则》(国统字〔2009〕91号), GB/T 2260, GB/T 10114. The grid part is this
 *   platform's own design.
 */
export function levelOf(code: string): DivisionLevel | null {
  if (!/^\d{12}(\d{3})?$/.test(code) || code.startsWith("00")) return null;
  const [city, county, town, community] = [
    code.slice(2, 4),
    code.slice(4, 6),
    code.slice(6, 9),
    code.slice(9, 12),
  ];
  const grid = code.slice(12);

  if (zeros(city)) return zeros(code.slice(2)) && grid === "" ? "province" : null;
  if (Number(town) >= 600 || (zeros(town) && !zeros(community))) return null;
  if (grid !== "") return zeros(community) || zeros(grid) || grid === "800" ? null : "grid";
  if (!zeros(community)) return "community";
  if (!zeros(town)) return "town";
  return zeros(county) ? "city" : "county";
}

/** Whether this is a code of the division register, from the province to the community. */
export const isDivisionCode = (code: string): boolean => code.length === 12 && levelOf(code) !== null;

/** Whether this is the code of a grid. */
export const isGridCode = (code: string): boolean => levelOf(code) === "grid";

/** A basic grid of households, or a dedicated one such as a shopping centre; null if it is not a grid. */
export function gridKind(code: string): "basic" | "dedicated" | null {
  if (!isGridCode(code)) return null;
  return Number(code.slice(12)) <= 799 ? "basic" : "dedicated";
}

/** The digits that everything inside a territory begins with; null if it is not a code. */
export function prefixOf(territory: string): string | null {
  const level = levelOf(territory);
  const end = segmentEnds.find(([each]) => each === level)?.[1];
  return end === undefined ? null : territory.slice(0, end);
}

/** Whether a division or grid is the territory or lies inside it. */
export function isWithin(code: string, territory: string): boolean {
  const prefix = prefixOf(territory);
  return prefix !== null && levelOf(code) !== null && code.startsWith(prefix);
}

/** The next division above: a grid's community, a county's prefecture; null for a province or a non-code. */
export function parentOf(code: string): string | null {
  const level = levelOf(code);
  const above = segmentEnds.slice(segmentEnds.findIndex(([each]) => each === level) + 1);
  if (level === null) return null;
  for (const [parent, end] of above) {
    const candidate = code.slice(0, end).padEnd(12, "0");
    if (levelOf(candidate) === parent) return candidate;
  }
  return null;
}

/** Six digits: the county a code lies in, or the prefecture-level city where that has no counties; else null. */
export function countyOf(code: string): string | null {
  const level = levelOf(code);
  return level === null || level === "province" || level === "city" ? null : code.slice(0, 6);
}

/** The 12 digits of the town a town, community or grid is or lies in; else null. */
export function townOf(code: string): string | null {
  const level = levelOf(code);
  return level === "town" || level === "community" || level === "grid" ? code.slice(0, 9) + "000" : null;
}

/** The 12 digits of the community a community or grid is or lies in; else null. */
export function communityOf(code: string): string | null {
  const level = levelOf(code);
  return level === "community" || level === "grid" ? code.slice(0, 12) : null;
}
