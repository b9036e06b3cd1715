import { expect, test } from "vitest";
import { foldWidth } from "./foldWidth.ts";

test.each([
  ["１３８－Ａｂ　！～", "138-Ab !~"],
  ["3幢2单元", "3幢2单元"],
  ["、。￥", "、。￥"],
  ["", ""],
])("%s → %s", (text, folded) => {
  expect(foldWidth(text)).toBe(folded);
  expect(folded).toHaveLength(text.length);
});
