import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { suppressSmallCells, suppressTogether, suppressTree, type CountTree } from "./suppress.ts";

const table = (counts: readonly number[]) => counts.map((count, at) => ({ key: String(at), count }));
const shown = (counts: readonly number[], k = 5) => {
  const { cells, total } = suppressSmallCells(table(counts), k);
  return [cells.map(({ count }) => count), total];
};

test.each<[because: string, counts: number[], cells: (number | null)[], total: number | null]>([
  ["nothing is small", [5, 6, 30], [5, 6, 30], 41],
  ["one small count takes the smallest other with it", [4, 6, 30], [null, null, 30], 40],
  ["all that equal the smallest go with it", [4, 6, 6, 30], [null, null, null, 30], 46],
  ["two small counts are enough company if they sum to k", [2, 3, 30], [null, null, 30], 35],
  ["two small counts under k take a third", [1, 3, 6, 30], [null, null, null, 30], 40],
  ["two times k - 1 would be derivable", [4, 4, 6, 30], [null, null, null, 30], 44],
  ["a zero is a small count", [0, 6, 30], [null, null, 30], 36],
  ["nothing is left to show but the total", [2, 100], [null, null], 102],
  ["under k in all, so is the total", [1, 2, 0], [null, null, null], null],
  ["exactly k in all may be told", [1, 4], [null, null], 5],
  ["k - 1 everywhere: the total would tell all", [4, 4], [null, null], null],
  ["a single count of k", [5], [5], 5],
  ["a single count under k", [4], [null], null],
  ["no participation at all", [0, 0], [null, null], null],
  ["no cells", [], [], 0],
])("%s", (_, counts, cells, total) => {
  expect(shown(counts)).toEqual([cells, total]);
});

/** Everything that two or more of these numbers can be: what an attacker cannot tell apart. */
function disclosed(
  tables: Iterable<readonly number[]>,
  publish: (counts: readonly number[]) => readonly (number | null)[],
  groupable: number,
  values: (counts: readonly number[]) => readonly number[],
  k: number,
): string[] {
  const sameView = new Map<string, (readonly number[])[]>();
  for (const counts of tables) {
    const view = JSON.stringify(publish(counts));
    sameView.set(view, [...(sameView.get(view) ?? []), values(counts)]);
  }
  const found: string[] = [];
  for (const [view, all] of sameView) {
    const hidden = (JSON.parse(view) as (number | null)[])
      .slice(0, groupable)
      .flatMap((each, at) => (each === null ? [at] : []));
    for (let pick = 1; pick < 2 ** hidden.length; pick += 1) {
      const group = hidden.filter((_, at) => (pick >> at) & 1);
      const sums = new Set(all.map((counts) => group.reduce((total, at) => total + (counts[at] ?? 0), 0)));
      const [only = 0] = sums;
      if (sums.size === 1 && only > 0 && only < k) found.push(`${view}: ${group.join("+")} = ${only}`);
    }
  }
  return found;
}

/** All tables of so many cells with at most so many people in them. */
function* everyTable(length: number, people: number, begun: number[] = []): Iterable<number[]> {
  if (begun.length === length) return yield begun;
  for (let count = 0; count <= people; count += 1) {
    yield* everyTable(length, people - count, [...begun, count]);
  }
}

describe("an attacker who knows the rule and tries every table", () => {
  test.each([
    [2, 4, 12],
    [3, 2, 20],
    [3, 3, 24],
    [3, 4, 16],
    [4, 4, 18],
    [5, 2, 40],
    [5, 3, 30],
  ])("cannot derive 1 to k - 1: k = %i, %i cells, %i people", (k, length, people) => {
    const publish = (counts: readonly number[]) => {
      const { cells, total } = suppressSmallCells(table(counts), k);
      return [...cells.map(({ count }) => count), total];
    };
    expect(disclosed(everyTable(length, people), publish, length, (counts) => counts, k)).toEqual([]);
  });

  test("notices a rule that gives something away", () => {
    const naive = (counts: readonly number[]) => [
      ...counts.map((count) => (count > 0 && count < 3 ? null : count)),
      counts.reduce((total, count) => total + count, 0),
    ];
    expect(disclosed(everyTable(3, 12), naive, 3, (counts) => counts, 3)).not.toEqual([]);
  });

  test("cannot use two ways of counting the same people against each other", () => {
    // Four people's places: two communities across, two age bands down.
    const margins = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]) => [a + b, c + d, a + c, b + d];
    const publish = (counts: readonly number[]) => {
      const [a = 0, b = 0, c = 0, d = 0] = margins(counts);
      const tables = suppressTogether([table([a, b]), table([c, d])], 3);
      return [...tables.flatMap(({ cells }) => cells.map(({ count }) => count)), tables[0]?.total ?? null];
    };
    expect(disclosed(everyTable(4, 14), publish, 4, margins, 3)).toEqual([]);
  });

  test("cannot use the page of a town against the page of the county", () => {
    const tree = ([a = 0, b = 0, c = 0, d = 0, e = 0]: readonly number[]): CountTree => ({
      key: "county",
      parts: [
        {
          key: "t1",
          parts: [
            { key: "a", count: a },
            { key: "b", count: b },
          ],
        },
        {
          key: "t2",
          parts: [
            { key: "c", count: c },
            { key: "d", count: d },
          ],
        },
        { key: "unsaid", count: e },
      ],
    });
    const values = (counts: readonly number[]) => {
      const [a = 0, b = 0, c = 0, d = 0, e = 0] = counts;
      return [a, b, c, d, a + b, c + d, e];
    };
    const publish = (counts: readonly number[]) => {
      const all = suppressTree(tree(counts), 3);
      return ["a", "b", "c", "d", "t1", "t2", "unsaid", "county"].map((key) => all.get(key) ?? null);
    };
    expect(disclosed(everyTable(5, 13), publish, 7, values, 3)).toEqual([]);
  });
});

describe("a tree", () => {
  const towns = (...counts: number[][]): CountTree => ({
    key: "county",
    parts: counts.map((parts, town) => ({
      key: `t${town}`,
      parts: parts.map((count, at) => ({ key: `t${town}c${at}`, count })),
    })),
  });

  test("without small counts is shown whole", () => {
    const all = suppressTree(towns([5, 6], [7, 8]));
    expect([...all.values()]).not.toContain(null);
    expect(all.get("county")).toBe(26);
    expect(all.get("t1")).toBe(15);
  });

  test("hides a small count in its town alone, and with it what would give it away", () => {
    const all = suppressTree(towns([2, 6, 20], [7, 8, 9]));
    expect([all.get("t0c0"), all.get("t0c1"), all.get("t0c2"), all.get("t0")]).toEqual([null, null, 20, 28]);
    expect(all.get("t1c0")).toBe(7);
  });

  test("hides everything below what it hides", () => {
    const all = suppressTree(towns([1, 2], [7, 8], [30, 40]));
    for (const key of ["t0", "t0c0", "t0c1", "t1", "t1c0", "t1c1"]) expect(all.get(key)).toBeNull();
    expect([all.get("t2"), all.get("t2c0"), all.get("county")]).toEqual([70, 30, 88]);
  });

  test("hides a total whose parts it would give away, and all beside it", () => {
    const all = suppressTree(towns([4, 4], [20, 20], [30, 40]));
    expect(["t0", "t1", "t2", "county"].map((key) => all.get(key))).toEqual([null, null, null, 118]);
  });

  test("never shows a count under k, and shows what it shows truly", () => {
    const leaves = fc.array(fc.array(fc.nat(15), { minLength: 1, maxLength: 5 }), { maxLength: 5 });
    fc.assert(
      fc.property(leaves, (counts) => {
        const all = suppressTree(towns(...counts));
        for (const [town, parts] of counts.entries()) {
          const whole = parts.reduce((total, count) => total + count, 0);
          expect([null, whole]).toContain(all.get(`t${town}`));
          for (const [at, count] of parts.entries()) {
            const cell = all.get(`t${town}c${at}`);
            expect([null, count]).toContain(cell);
            if (count < 5 || all.get(`t${town}`) === null) expect(cell).toBeNull();
          }
        }
      }),
    );
  });
});

test("what was hidden before is company again, so that no value shown before is needed", () => {
  const before = suppressSmallCells(table([3, 12, 13, 30]));
  expect(before.cells.map(({ count }) => count)).toEqual([null, null, 13, 30]);
  const later = suppressSmallCells(table([3, 14, 13, 30]), 5, new Set(["0", "1"]));
  expect(later.cells.map(({ count }) => count)).toEqual([null, null, 13, 30]);
});

test("every shown count is true, every small one hidden, and a total is told only if it is k or more", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(12), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 2, max: 10 }),
      (counts, k) => {
        const { cells, total } = suppressSmallCells(table(counts), k);
        for (const [at, count] of counts.entries()) {
          expect(count < k ? [null] : [null, count]).toContain(cells[at]?.count);
        }
        const hidden = counts.filter((_, at) => cells[at]?.count === null);
        if (total === null) expect(hidden).toEqual(counts);
        else expect(total).toBeGreaterThanOrEqual(k);
        if (total === null || hidden.length === 0) return;
        expect(hidden.reduce((all, count) => all + count, 0)).toBeGreaterThanOrEqual(k);
        expect(hidden.length).toBeGreaterThan(1);
      },
    ),
  );
});
