import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { emptyDatabase, openWorld, type World } from "../testing/world.ts";
import { createJobs } from "./jobs.ts";
import { createLog } from "./log.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
beforeEach(emptyDatabase);
afterAll(() => world.close());

const log = createLog("silent", { write: () => undefined });
const MINUTE_MS = 60_000;

/** Two processes that have the same job, and how often each took its turn. */
function twoProcesses(run: () => Promise<void> = async () => undefined) {
  const turns = [0, 0];
  const processes = turns.map((_, which) => {
    const jobs = createJobs({ clock: world.clock, log });
    jobs.every("count", MINUTE_MS, async () => {
      turns[which] = (turns[which] ?? 0) + 1;
      await run();
    });
    return jobs;
  });
  const due = () => Promise.all(processes.map((jobs) => jobs.runIfDue("count")));
  return { due, processes, total: () => turns.reduce((sum, each) => sum + each, 0) };
}

describe("a job of several processes", () => {
  test("each turn is taken once", async () => {
    const { due, total } = twoProcesses();
    await due();
    await due();
    expect(total()).toBe(1);
    world.clock.pass(MINUTE_MS);
    await due();
    expect(total()).toBe(2);
  });

  test("no turn begins while the last one is under way, however long it takes", async () => {
    let finish = () => {};
    const running = new Promise<void>((done) => (finish = done));
    const { processes, total } = twoProcesses(() => running);
    const first = processes[0]?.runIfDue("count");
    await expect.poll(total).toBe(1);
    world.clock.pass(MINUTE_MS);
    await processes[1]?.runIfDue("count");
    expect(total()).toBe(1);
    finish();
    await first;
  });

  test("a process that died gives its turn up after a while", async () => {
    const { processes, total } = twoProcesses(() => new Promise(() => undefined));
    void processes[0]?.runIfDue("count");
    await expect.poll(total).toBe(1);
    world.clock.pass(10 * MINUTE_MS);
    void processes[1]?.runIfDue("count");
    await expect.poll(total).toBe(2);
  });

  test("a failure does not keep the next turn from coming", async () => {
    const { processes, total } = twoProcesses(() => Promise.reject(new Error("no")));
    await expect(processes[0]?.runIfDue("count")).rejects.toThrow("no");
    world.clock.pass(MINUTE_MS);
    await expect(processes[1]?.runIfDue("count")).rejects.toThrow("no");
    expect(total()).toBe(2);
  });

  test("may be run out of turn", async () => {
    const { processes, total } = twoProcesses();
    await processes[0]?.run("count");
    await processes[0]?.run("count");
    expect(total()).toBe(2);
  });
});
