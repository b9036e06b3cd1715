import { describe, expect, test } from "vitest";
import { shrinkPlan, shrunkSize, type ShrinkPlan } from "./shrinkPlan.ts";

const MAX = 8 * 1024 * 1024;
const decoded = { width: 4000, height: 3000 };

describe("what happens to a chosen file", () => {
  test.each<[because: string, type: string, size: number, picture: typeof decoded | null, ShrinkPlan]>([
    ["a photo is redrawn, however large the file", "image/jpeg", 20 * MAX, decoded, "redraw"],
    ["what the browser can draw is a picture, whatever it is called", "", 10, decoded, "redraw"],
    ["a HEIC the browser cannot draw is left to the server", "image/heic", MAX, null, "keep"],
    ["but not one the server would refuse", "image/heif", MAX + 1, null, "tooLarge"],
    ["a document is no picture", "application/pdf", 10, null, "notAPicture"],
    ["nor is a broken photo", "image/jpeg", 10, null, "notAPicture"],
    ["nor is a picture without extent", "image/png", 10, { width: 0, height: 5 }, "notAPicture"],
  ])("%s", (_, type, size, picture, plan) => {
    expect(shrinkPlan({ type, size }, picture, MAX)).toBe(plan);
  });
});

describe("the size a photo is drawn at", () => {
  test.each([
    ["the longer side becomes the limit", 4000, 3000, 1600, 1200],
    ["upright too", 3000, 4000, 1200, 1600],
    ["a small one stays as it is", 800, 600, 800, 600],
    ["one exactly at the limit stays as it is", 1600, 900, 1600, 900],
    ["a strip keeps at least one pixel", 10_000, 2, 1600, 1],
  ])("%s", (_, width, height, drawnWidth, drawnHeight) => {
    expect(shrunkSize({ width, height }, 1600)).toEqual({ width: drawnWidth, height: drawnHeight });
  });
});
