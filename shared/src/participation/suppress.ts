import type { Cell } from "./model.ts";
import { MIN_CELL } from "./model.ts";

/** Counts that add up to a total, as they may be published; null is hidden. */
export interface SuppressedTable {
  readonly cells: Cell[];
  readonly total: number | null;
}

/** A count made of the counts of its parts, down to the leaves that were counted. */
export type CountTree =
  | { readonly key: string; readonly count: number }
  | { readonly key: string; readonly parts: readonly CountTree[] };

const NONE: ReadonlySet<string> = new Set();
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/**
 * Which of the counts have to be hidden, and whether their total may then be told.
 *
 * What is hidden together can be computed from the total. So a hidden group has at least two members, sums to at
 * least k, and is not simply k - 1 everywhere; otherwise it takes in the smallest count still shown, with all that
 * equal it: choosing one of several equals would give away which one was needed.
 */
function choose(
  cells: readonly { key: string; count: number }[],
  k: number,
  kept: ReadonlySet<string>,
  closed = false,
): { hidden: ReadonlySet<string>; totalMayShow: boolean } {
  const hidden = new Set(cells.filter(({ count }) => count < k || closed).map(({ key }) => key));
  const derivable = () => {
    const counts = cells.filter(({ key }) => hidden.has(key)).map(({ count }) => count);
    return counts.length < 2 || sum(counts) < k || counts.every((count) => count === k - 1);
  };
  while (hidden.size > 0 && hidden.size < cells.length && derivable()) {
    const shown = cells.filter(({ key }) => !hidden.has(key));
    const preferred = shown.filter(({ key }) => kept.has(key));
    const smallest = Math.min(...(preferred.length ? preferred : shown).map(({ count }) => count));
    for (const { key, count } of preferred.length ? preferred : shown)
      if (count === smallest) hidden.add(key);
  }
  return { hidden, totalMayShow: hidden.size === 0 || !derivable() };
}

/**
 * A table of counts of people with every count under k hidden, and as many others as it takes that no hidden count,
 * and no group of them, can be worked out as 1 to k - 1 from the total and what is shown, even by somebody who knows
 * this rule. Zeros are under k too: a count that went from a shown 0 to hidden would say that somebody came.
 *
 * Where nothing else helps the total is hidden. `hiddenBefore` names what an earlier publication of the same growing
 * counts has hidden: it is hidden again in preference to a count whose value was already shown.
 *
 * @see Hundepool et al., Statistical Disclosure Control (Wiley 2012), on primary and secondary cell suppression
 */
export function suppressSmallCells(
  cells: readonly { readonly key: string; readonly count: number }[],
  k: number = MIN_CELL,
  hiddenBefore: ReadonlySet<string> = NONE,
): SuppressedTable {
  const { hidden, totalMayShow } = choose(cells, k, hiddenBefore);
  return {
    cells: cells.map(({ key, count }) => ({ key, count: hidden.has(key) ? null : count })),
    total: totalMayShow ? sum(cells.map(({ count }) => count)) : null,
  };
}

/**
 * Two or more tables that count the same people in different ways and so share their total. If one of them cannot
 * have the total known, none may tell it, and all their cells are hidden.
 */
export function suppressTogether(
  tables: readonly (readonly { readonly key: string; readonly count: number }[])[],
  k: number = MIN_CELL,
  hiddenBefore: ReadonlySet<string> = NONE,
): SuppressedTable[] {
  const suppressed = tables.map((cells) => suppressSmallCells(cells, k, hiddenBefore));
  if (suppressed.every(({ total }) => total !== null)) return suppressed;
  return tables.map((cells) => ({ cells: cells.map(({ key }) => ({ key, count: null })), total: null }));
}

const countOf = (tree: CountTree): number => ("parts" in tree ? sum(tree.parts.map(countOf)) : tree.count);

/**
 * The counts of a whole tree, such as county, towns and communities, hidden so that no page about one of them gives
 * away what another page hides: every total is protected like a single table, and what is hidden hides all below it.
 * Answers with the count, or null, of every key.
 */
export function suppressTree(root: CountTree, k: number = MIN_CELL): Map<string, number | null> {
  const closed = new Set<string>();
  let visible = countOf(root) >= k;
  for (;;) {
    const shown = new Map<string, number | null>();
    const outcome = publish(root, visible, { k, closed, shown });
    if (outcome === "published") return shown;
    if (outcome === "derivable") visible = false;
  }
}

/**
 * Writes down what may be shown of a tree. "derivable": its parts would follow from its total, which may not be
 * known. Then all parts of the tree above are closed, since hiding this one alone would say why, and the whole is
 * tried again.
 */
function publish(
  tree: CountTree,
  visible: boolean,
  state: { readonly k: number; readonly closed: Set<string>; readonly shown: Map<string, number | null> },
): "published" | "derivable" | "again" {
  const { k, closed, shown } = state;
  shown.set(tree.key, visible ? countOf(tree) : null);
  if (!("parts" in tree) || tree.parts.length === 0) return "published";
  const cells = tree.parts.map((part) => ({ key: part.key, count: countOf(part) }));
  const { hidden, totalMayShow } = choose(cells, k, NONE, closed.has(tree.key));
  if (visible && !totalMayShow) return "derivable";
  for (const part of tree.parts) {
    const outcome = publish(part, visible && !hidden.has(part.key), state);
    if (outcome === "derivable") closed.add(tree.key);
    if (outcome !== "published") return "again";
  }
  return "published";
}
