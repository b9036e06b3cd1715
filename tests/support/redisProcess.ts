import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { connect } from "node:net";
import { freePort } from "./serverProcess.ts";

const REDIS = "/usr/bin/redis-server";
const READY_MS = 10_000;
const LOOK_AGAIN_MS = 20;

/** A Redis of its own on 127.0.0.1 that keeps nothing. */
export async function startRedis(): Promise<{ url: string; stop: () => void }> {
  if (!existsSync(REDIS)) throw new Error(`${REDIS} is missing: apt-get install redis-server`);
  const port = await freePort();
  const settings = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const child = spawn(REDIS, settings, { stdio: "ignore" });
  const orphaned = () => child.kill("SIGKILL");
  process.once("exit", orphaned);
  const until = Date.now() + READY_MS;
  while (!(await answers(port))) {
    if (Date.now() > until) throw new Error("Redis did not start");
    await new Promise((again) => setTimeout(again, LOOK_AGAIN_MS));
  }
  return { url: `redis://127.0.0.1:${port}`, stop: () => child.kill("SIGKILL") };
}

const answers = (port: number): Promise<boolean> =>
  new Promise((answer) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      answer(true);
    });
    socket.once("error", () => answer(false));
  });
