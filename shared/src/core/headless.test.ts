import { effectScope } from "vue";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { AppError } from "./appError.ts";
import { useCoalesced } from "./useCoalesced.ts";
import { usePages } from "./usePages.ts";
import { useTask } from "./useTask.ts";

describe("a task", () => {
  test("shows what it is doing and what went wrong", async () => {
    const { busy, error, run } = useTask();
    const running = run(() => Promise.reject(new AppError("case.not_found")));
    expect(busy.value).toBe(true);
    expect(await running).toBeUndefined();
    expect([busy.value, error.value]).toEqual([false, "case.not_found"]);
    expect(await run(async () => 7)).toBe(7);
    expect(error.value).toBeNull();
  });

  test("does one thing at a time", async () => {
    const { run } = useTask();
    const first = run(async () => "first");
    expect(await run(async () => "second")).toBeUndefined();
    expect(await first).toBe("first");
  });

  test("anything that is not ours is a failure", async () => {
    const { error, run } = useTask();
    await run(() => Promise.reject(new TypeError("undefined is not a function")));
    expect(error.value).toBe("server.failed");
  });
});

describe("a list of pages", () => {
  const pageFrom = (start: number, limit: number) => ({
    items: Array.from({ length: limit }, (_, i) => start + i),
    next: start + limit < 50 ? String(start + limit) : null,
  });
  const numbers = () =>
    usePages<number, { items: number[]; next: string | null }>(
      async ({ after, limit }) => pageFrom(Number(after ?? 0), limit),
      20,
    );

  test("goes on until there is no more", async () => {
    const list = numbers();
    expect(list.fresh.value).toBe(true);
    await list.load();
    await list.more();
    expect(list.items.value).toHaveLength(40);
    await list.more();
    expect(list.items.value).toHaveLength(60);
    expect(list.hasMore.value).toBe(false);
  });

  test("read anew it keeps as much as is on the screen", async () => {
    const list = numbers();
    await list.load();
    await list.more();
    await list.load();
    expect(list.items.value).toHaveLength(40);
  });

  test("asked again while it reads, it shows the answer to the later question", async () => {
    let wanted = "yours";
    const answers: (() => void)[] = [];
    const list = usePages<string, { items: string[]; next: string | null }>(() => {
      const asked = wanted;
      return new Promise((answer) => answers.push(() => answer({ items: [asked], next: null })));
    });
    void list.load();
    wanted = "all";
    void list.load();
    answers.forEach((answer) => answer());
    await vi.waitFor(() => expect(list.items.value).toEqual(["all"]));
  });

  test("drops a reply that was overtaken", async () => {
    const answers: ((page: { items: string[]; next: null }) => void)[] = [];
    const list = usePages<string, { items: string[]; next: string | null }>(
      () => new Promise((answer) => answers.push(answer)),
    );
    list.refresh();
    list.refresh();
    answers[1]?.({ items: ["new"], next: null });
    answers[0]?.({ items: ["old"], next: null });
    await vi.waitFor(() => expect(list.items.value).toEqual(["new"]));
  });
});

describe("coalescing", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("runs at once, then once more for however many requests", () => {
    const work = vi.fn();
    const scope = effectScope();
    const ask = scope.run(() => useCoalesced(work, 1000))!;
    ask();
    ask();
    ask();
    expect(work).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1000);
    expect(work).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(5000);
    expect(work).toHaveBeenCalledTimes(2);
    ask();
    scope.stop();
    ask();
    vi.advanceTimersByTime(5000);
    expect(work).toHaveBeenCalledTimes(3);
  });
});
