import { flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, test } from "vitest";
import type { AccountId, CaseId } from "../core/index.ts";
import { useMeStore } from "../accounts/meStore.ts";
import { openTestDevice, type TestDevice } from "../platform/fixtures.ts";
import { GRID, gridWorker, someCase } from "./fixtures.ts";
import { summaryOf } from "./seenBy.ts";
import { useQueue } from "./useQueue.ts";

const id = (digit: string) => digit.repeat(24) as CaseId;
const summary = (digit: string) => summaryOf(someCase({ id: id(digit) }), ["gridWorker"]);
const me = {
  id: "3".repeat(24) as AccountId,
  kind: "worker" as const,
  name: "网格员",
  phoneMasked: null,
  communityCode: null,
  ageBand: null,
  posts: [...gridWorker.posts],
};

let device: TestDevice;
afterEach(() => device.close());

/** The queue of a worker at a server that answers whatever `cases` holds at that moment. */
async function openQueue(cases: string[]) {
  const page = () => ({ items: cases.map(summary), next: null, yours: cases.length, all: cases.length });
  device = openTestDevice(({ path }) => ({ status: 200, body: path === "/api/me" ? { me } : page() }));
  device.arrive("connect");
  device.use(() => useMeStore().signedIn({ me, token: null }));
  const queue = device.use(useQueue);
  await flushPromises();
  return { queue, cases };
}

describe("a worker's queue", () => {
  test("is watched where the worker has a post", async () => {
    await openQueue(["a"]);
    expect(device.emitted.flatMap(({ rooms }) => rooms)).toContain(`division:${GRID}`);
  });

  test("a case that arrives is on the list at once and unseen until it is looked at", async () => {
    const { queue, cases } = await openQueue(["a"]);
    expect(queue.unseen.size).toBe(0);
    cases.push("b");
    device.arrive("case.reported", { caseId: id("b"), gridCode: GRID });
    await flushPromises();
    expect(queue.items.value.map((kase) => kase.id)).toEqual([id("a"), id("b")]);
    expect([...queue.unseen]).toEqual([id("b")]);
    expect(queue.arrival.value?.id).toBe(id("b"));
    queue.seen(id("b"));
    expect(queue.unseen.size).toBe(0);
  });

  test("a case dispatched to the worker arrives like a new one", async () => {
    const { queue, cases } = await openQueue([]);
    cases.push("c");
    device.arrive("case.moved", { caseId: id("c"), revision: 3, gridCode: GRID });
    await flushPromises();
    expect([...queue.unseen]).toEqual([id("c")]);
  });

  test("a case that only changed is no arrival", async () => {
    const { queue } = await openQueue(["a"]);
    device.arrive("case.moved", { caseId: id("a"), revision: 2, gridCode: GRID });
    await flushPromises();
    expect(queue.unseen.size).toBe(0);
    expect(queue.arrival.value).toBeNull();
  });

  test("the other list starts with nothing unseen", async () => {
    const { queue, cases } = await openQueue(["a"]);
    cases.push("b");
    device.arrive("case.reported", { caseId: id("b"), gridCode: GRID });
    await flushPromises();
    queue.which.value = "all";
    await flushPromises();
    expect(queue.unseen.size).toBe(0);
    expect(queue.items.value).toHaveLength(2);
  });
});
