import { describe, expect, test } from "vitest";
import { networkOf, perMinute } from "./rateLimit.ts";

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 4) + seconds * 1000);

describe("a limit of calls a minute", () => {
  test("lets the whole minute's calls through at once and not one more", () => {
    const within = perMinute(3);
    expect([0, 0, 0, 0].map((second) => within("a", at(second)))).toEqual([true, true, true, false]);
  });

  test("fills up again evenly", () => {
    const within = perMinute(3);
    for (let call = 0; call < 3; call += 1) within("a", at(0));
    expect(within("a", at(19))).toBe(false);
    expect(within("a", at(20))).toBe(true);
    expect(within("a", at(20))).toBe(false);
  });

  test("counts each caller alone", () => {
    const within = perMinute(1);
    expect(within("a", at(0))).toBe(true);
    expect(within("b", at(0))).toBe(true);
    expect(within("a", at(0))).toBe(false);
  });

  test("refused calls do not prolong the wait", () => {
    const within = perMinute(1);
    within("a", at(0));
    for (let second = 1; second < 60; second += 1) expect(within("a", at(second))).toBe(false);
    expect(within("a", at(60))).toBe(true);
  });
});

test.each([
  ["10.0.0.7", "10.0.0.7"],
  ["::ffff:10.0.0.7", "10.0.0.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
])("%s is counted as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
