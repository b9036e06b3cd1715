import type { Shape } from "./mapShapes.ts";

const directions = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
} as const;

const isArrow = (key: string): key is keyof typeof directions => Object.hasOwn(directions, key);

/**
 * The shape an arrow key leads to: the nearest one that lies mainly in its direction, distance to the side counting
 * double; null where there is none. Home and End lead to the first and the last.
 */
export function neighbour(shapes: readonly Shape[], from: string, key: string): Shape | null {
  if (key === "Home") return shapes[0] ?? null;
  if (key === "End") return shapes.at(-1) ?? null;
  const start = shapes.find(({ code }) => code === from);
  if (!isArrow(key) || !start) return null;

  const [dx, dy] = directions[key];
  let best: { shape: Shape; cost: number } | null = null;
  for (const shape of shapes) {
    const x = shape.centre[0] - start.centre[0];
    const y = shape.centre[1] - start.centre[1];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (ahead <= 0 || aside > ahead * 2) continue;
    const cost = ahead + 2 * aside;
    if (!best || cost < best.cost) best = { shape, cost };
  }
  return best?.shape ?? null;
}
