import { model, Schema } from "mongoose";
import type { Clock } from "./clock.ts";
import { isDuplicate, ours } from "./db.ts";
import type { Logger } from "./log.ts";

/** What happens without anyone asking. */
export interface Jobs {
  /** Declares a job; with several server processes each of its turns is still taken by one of them. */
  every(name: string, ms: number, run: (now: Date) => Promise<void>): void;
  /** Takes the job's turn now, whenever it was last taken. */
  run(name: string): Promise<void>;
  /** Takes the job's turn if it has come and nobody else has taken it. */
  runIfDue(name: string): Promise<void>;
  start(): void;
  /** Starts no more turns and waits for those under way. */
  stop(): Promise<void>;
}

interface Turn {
  _id: string;
  nextAt: Date;
  /** Until then the process that took the turn has it; a process that died gives it up by this. */
  heldUntil: Date;
}

const TurnModel = model(
  "JobTurn",
  new Schema<Turn>(
    { _id: String, nextAt: Date, heldUntil: Date },
    { collection: "jobTurns", versionKey: false },
  ),
);

const HOLD_MS = 10 * 60_000;
const NEVER = new Date(0);

/** Jobs by the clock, one turn at a time across all processes. */
export function createJobs({ clock, log }: { clock: Clock; log: Logger }): Jobs {
  const jobs = new Map<string, { ms: number; run: (now: Date) => Promise<void> }>();
  const timers: NodeJS.Timeout[] = [];
  const underWay = new Set<Promise<void>>();
  let stopped = false;

  async function take(name: string, ms: number, now: Date, nextAt: object): Promise<boolean> {
    try {
      await TurnModel.updateOne(
        { _id: name, nextAt, heldUntil: ours({ $lte: now }) },
        { $set: { nextAt: new Date(now.getTime() + ms), heldUntil: new Date(now.getTime() + HOLD_MS) } },
        { upsert: true },
      );
      return true;
    } catch (error) {
      // The turn is there but does not match: not due yet, or somebody else's.
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  async function turn(name: string, due: boolean): Promise<void> {
    const job = jobs.get(name);
    if (!job) throw new Error(`There is no job called ${name}`);
    const now = clock.now();
    const condition = due ? { $lte: now } : { $gte: NEVER };
    if (!(await take(name, job.ms, now, ours(condition)))) return;
    try {
      await job.run(now);
    } finally {
      await TurnModel.updateOne({ _id: name }, { $set: { heldUntil: NEVER } });
    }
  }

  function tick(name: string): void {
    if (stopped) return;
    const done: Promise<void> = turn(name, true)
      .catch((error: unknown) => log.error({ job: name, err: error }, "a job failed"))
      .finally(() => underWay.delete(done));
    underWay.add(done);
  }

  return {
    every: (name, ms, run) => void jobs.set(name, { ms, run }),
    run: (name) => turn(name, false),
    runIfDue: (name) => turn(name, true),
    start() {
      for (const [name, { ms }] of jobs) timers.push(setInterval(tick, ms, name).unref());
    },
    async stop() {
      stopped = true;
      for (const timer of timers) clearInterval(timer);
      await Promise.allSettled(underWay);
    },
  };
}
