import { describe, expect, test } from "vitest";
import type { Shape } from "./mapShapes.ts";
import { neighbour } from "./neighbour.ts";

const at = (code: string, x: number, y: number): Shape => ({
  code,
  name: code,
  communityCode: "",
  d: "",
  centre: [x, y],
});

/**
 *   a b
 *   c   d
 *     e
 */
const shapes = [at("a", 0, 0), at("b", 10, 0), at("c", 0, 10), at("d", 22, 11), at("e", 10, 22)];

describe("moving between grids with the arrow keys", () => {
  test.each<[from: string, key: string, to: string | null]>([
    ["a", "ArrowRight", "b"],
    ["a", "ArrowDown", "c"],
    ["b", "ArrowLeft", "a"],
    ["c", "ArrowRight", "d"],
    ["c", "ArrowUp", "a"],
    ["b", "ArrowDown", "e"],
    ["a", "ArrowUp", null],
    ["a", "ArrowLeft", null],
    ["d", "Home", "a"],
    ["a", "End", "e"],
    ["a", "Enter", null],
    ["nowhere", "ArrowUp", null],
  ])("from %s, %s leads to %s", (from, key, to) => {
    expect(neighbour(shapes, from, key)?.code ?? null).toBe(to);
  });
});
