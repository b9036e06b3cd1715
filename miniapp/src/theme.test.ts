import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dark, light } from "@gongzhi/shared/design";

const read = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8");
const theme = JSON.parse(read("theme.json")) as Record<"light" | "dark", Record<string, string>>;

describe("what WeChat draws around the pages", () => {
  test.each([
    ["light", light],
    ["dark", dark],
  ] as const)("has the %s colours of the pages themselves", (mode, palette) => {
    const { bar, page, tabText, tabChosen } = theme[mode];
    expect({ bar, page, tabText, tabChosen }).toEqual({
      bar: palette.surface,
      page: palette.ground,
      tabText: palette.inkSoft,
      tabChosen: palette.primary,
    });
  });

  test("has them on H5 too, where the file is not read", () => {
    const config = read("app.config.ts");
    const { surface, ground, inkSoft, primary } = light;
    expect([surface, ground, inkSoft, primary].filter((colour) => !config.includes(colour))).toEqual([]);
  });
});
