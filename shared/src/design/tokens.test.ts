import { describe, expect, test } from "vitest";
import { dark, light } from "./tokens.ts";

/** Relative luminance and contrast ratio of WCAG 2.1. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const texts = ["ink", "inkSoft", "primary", "primaryStrong", "danger", "warn", "good"] as const;
const grounds = [
  "ground",
  "surface",
  "quiet",
  "primaryQuiet",
  "dangerQuiet",
  "warnQuiet",
  "goodQuiet",
] as const;

describe.each([
  ["light", light],
  ["dark", dark],
])("the %s appearance", (_, palette) => {
  test.each(texts)("%s can be read on every ground (1.4.3: 4.5:1)", (text) => {
    for (const ground of grounds)
      expect(contrast(palette[text], palette[ground]), ground).toBeGreaterThan(4.5);
  });

  test("a button's words can be read on its colours", () => {
    expect(contrast(palette.onPrimary, palette.primary)).toBeGreaterThan(4.5);
    expect(contrast(palette.onPrimary, palette.primaryStrong)).toBeGreaterThan(4.5);
    expect(contrast(palette.surface, palette.danger)).toBeGreaterThan(4.5);
  });

  test("the focus and the edge of a field stand out (1.4.11: 3:1)", () => {
    for (const ground of grounds) expect(contrast(palette.focus, palette[ground]), ground).toBeGreaterThan(3);
    expect(contrast(palette.inkSoft, palette.surface)).toBeGreaterThan(3);
  });
});
