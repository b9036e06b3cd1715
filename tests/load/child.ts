import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A process of the bench's own, which said that it is ready. */
export interface Child<Ready> {
  readonly process: ChildProcess;
  readonly pid: number;
  /** The first thing it said. */
  readonly ready: Ready;
  stop(): Promise<void>;
}

/** Starts one of our own modules as a process of its own and waits for its first message. */
export async function startChild<Ready>(
  module: URL,
  args: readonly string[],
  node: readonly string[] = [],
): Promise<Child<Ready>> {
  const child = fork(fileURLToPath(module), args, {
    execArgv: [...process.execArgv, ...node],
    serialization: "advanced",
  });
  const orphaned = () => child.kill("SIGKILL");
  process.once("exit", orphaned);
  const ended = once(child, "exit").then(() => void process.off("exit", orphaned));
  const ready = await Promise.race([
    once(child, "message").then(([first]) => first as Ready),
    ended.then(() => Promise.reject(new Error(`${module.pathname} ended before it was ready`))),
  ]);
  return {
    process: child,
    pid: child.pid ?? 0,
    ready,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
