import fc from "fast-check";
import { expect, test } from "vitest";
import { simplify } from "./simplify.ts";

test.each([
  ["生活噪音處置", "生活噪声处置"],
  ["樓上噪聲", "楼上噪声"],
  ["電梯困人、佔用消防通道", "电梯困人、占用消防通道"],
  ["ＫＴＶ噪音", "ktv噪声"],
  ["其它事項", "其他事项"],
  ["路燈壞咗", "路灯坏咗"],
  ["普通文字 abc", "普通文字 abc"],
])("%s → %s", (text, simple) => {
  expect(simplify(text)).toBe(simple);
});

test("positions stay, and doing it twice changes nothing", () => {
  const text = fc.string({
    unit: fc.constantFrom("噪", "音", "聲", "樓", "Ａ", "它", "其", "é", "İ", "😀", "路"),
  });
  fc.assert(
    fc.property(text, (each) => {
      expect(simplify(each)).toHaveLength(each.length);
      expect(simplify(simplify(each))).toBe(simplify(each));
    }),
  );
});
