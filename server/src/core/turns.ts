import { fail } from "./fail.ts";

/** Lets so many run at once and so many wait; whoever comes on top of that is told that the server is busy. */
export function turns({ most, waiting }: { most: number; waiting: number }) {
  const queue: (() => void)[] = [];
  let running = 0;

  return async function takeTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running >= most) {
      if (queue.length >= waiting) fail("server.busy");
      await new Promise<void>((go) => queue.push(go));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      // The turn goes to the next in line, or back.
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
