import { describe, expect, test } from "vitest";
import type { AgeBand } from "@gongzhi/shared/accounts";
import { tabulate, type Person } from "./tabulate.ts";

const [A, B] = ["990102001001", "990102001002"];
const some = (count: number, communityCode: string | null, ageBand: AgeBand | null): Person[] =>
  Array.from({ length: count }, () => ({ communityCode, ageBand }));
const cells = (list: { key: string; count: number | null }[]) =>
  Object.fromEntries(list.map(({ key, count }) => [key, count]));

describe("who takes part, as it may be published", () => {
  test("groups of five are shown, smaller ones are not, and every row is there", () => {
    const people = [
      ...some(9, A, "18-35"),
      ...some(6, B, "36-59"),
      ...some(5, null, null),
      ...some(2, "990102002001", "80+"),
    ];
    const { total, byCommunity, byAgeBand } = tabulate(people, [A, B]);
    expect(byCommunity.map(({ key }) => key)).toEqual([A, B, "elsewhere", "unsaid"]);
    expect(cells(byCommunity)).toMatchObject({ [A]: 9, elsewhere: null });
    expect(byAgeBand.map(({ key }) => key)).toEqual(["14-17", "18-35", "36-59", "60-79", "80+", "unsaid"]);
    expect(cells(byAgeBand)).toMatchObject({ "18-35": 9, "80+": null, "60-79": null });
    expect(total).toBe(22);
  });

  test("a single small group cannot be worked out from the total", () => {
    const { total, byCommunity } = tabulate([...some(20, A, "18-35"), ...some(3, B, "18-35")], [A, B]);
    const shown = byCommunity.flatMap(({ count }) => count ?? []);
    const rest = (total ?? 0) - shown.reduce((sum, count) => sum + count, 0);
    expect(total === null || rest === 0 || rest >= 5).toBe(true);
  });

  test("nobody at all gives no total and no count", () => {
    const { total, byCommunity, byAgeBand } = tabulate([], [A]);
    expect(total).toBeNull();
    expect([...byCommunity, ...byAgeBand].every(({ count }) => count === null)).toBe(true);
  });

  test("what was hidden before is hidden rather than what was shown", () => {
    const people = [...some(7, A, "18-35"), ...some(7, B, "18-35"), ...some(1, null, "18-35")];
    const { byCommunity } = tabulate(people, [A, B], new Set([B, "unsaid"]));
    expect(cells(byCommunity)[A]).toBe(7);
    expect(cells(byCommunity)[B]).toBeNull();
  });
});
