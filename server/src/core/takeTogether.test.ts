import { describe, expect, test } from "vitest";
import { takeTogether } from "./takeTogether.ts";

/** A counter that answers when it is told to, and remembers how much it was asked for each time. */
function someCounter() {
  const takings: number[] = [];
  const answers: (() => void)[] = [];
  let last = 0;
  const next = takeTogether(async (_name, many) => {
    takings.push(many);
    await new Promise<void>((answer) => answers.push(answer));
    return (last += many);
  });
  const answer = async () => {
    answers.shift()?.();
    await new Promise((soon) => setImmediate(soon));
  };
  return { next, answer, takings };
}

describe("numbers taken together", () => {
  test("are given once each, in the order they were asked for, in as few takings as there are answers", async () => {
    const { next, answer, takings } = someCounter();
    const numbers = Promise.all([next("a"), next("a"), next("a"), next("a")]);
    await answer();
    await answer();
    expect(await numbers).toEqual([1, 2, 3, 4]);
    expect(takings).toEqual([1, 3]);
  });

  test("of different counters do not wait for one another", async () => {
    const { next, answer, takings } = someCounter();
    const numbers = Promise.all([next("a"), next("b")]);
    expect(takings).toEqual([1, 1]);
    await answer();
    await answer();
    expect(await numbers).toEqual([1, 2]);
  });

  test("fail for those they were taken for, and for nobody after them", async () => {
    let broken = true;
    const next = takeTogether((_name, many) =>
      broken ? Promise.reject(new Error("no")) : Promise.resolve(many),
    );
    await expect(next("a")).rejects.toThrow("no");
    broken = false;
    expect(await next("a")).toBe(1);
  });
});
