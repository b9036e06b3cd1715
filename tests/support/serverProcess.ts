import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

/** The server as `npm run build` makes it. */
const BUILT = fileURLToPath(new URL("../../server/dist/main.js", import.meta.url));
/** What a process needs of our own environment to run at all; every setting of the server is a test's to give. */
const INHERITED = ["PATH", "HOME", "TMPDIR", "XDG_CACHE_HOME", "LANG"];
const READY_MS = 30_000;
const LOOK_AGAIN_MS = 20;

/** How a process ended, and everything it said. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

/** What a server is started with. */
export interface ServerStart {
  readonly directory: string;
  /** Settings over the defaults: a free port on 127.0.0.1, the demonstration, the directory given. */
  readonly env?: Readonly<Record<string, string>>;
  /** Options of Node itself, such as `--cpu-prof`. */
  readonly node?: readonly string[];
}

/** A server that was started, ready or not. */
export interface StartedProcess {
  readonly pid: number;
  readonly child: ChildProcess;
  /** Everything said so far. */
  output(): string;
  readonly ended: Promise<Ending>;
}

/** A server that answers. */
export interface ServerProcess extends StartedProcess {
  readonly url: string;
  readonly directory: string;
  /** Asks it to stop, as Ctrl-C does. */
  stop(): Promise<Ending>;
  /** Ends it without a warning, as a power cut does. */
  kill(): Promise<Ending>;
}

/** Starts the built server and waits until it is ready; throws with what it said when it ends instead. */
export async function startServer(start: ServerStart): Promise<ServerProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const process = launchServer({ ...start, env: { PORT: String(port), ...start.env } });
  await ready(url, process);
  const ending = (signal: NodeJS.Signals) => {
    process.child.kill(signal);
    return process.ended;
  };
  return {
    ...process,
    url,
    directory: start.directory,
    stop: () => ending("SIGINT"),
    kill: () => ending("SIGKILL"),
  };
}

/** Starts the built server without waiting for it, for the starts that are to fail. */
export function launchServer({ directory, env = {}, node = [] }: ServerStart): StartedProcess {
  if (!existsSync(BUILT)) throw new Error(`${BUILT} is missing: build the server first.`);
  const inherited = INHERITED.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
  const settings = { HOST: "127.0.0.1", PORT: "0", DATA_DIR: directory, ...env };
  const child = spawn(process.execPath, [...node, BUILT], {
    env: { ...(Object.fromEntries(inherited) as Record<string, string>), ...settings },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });

  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (said: string) => (output += said));
  const orphaned = () => child.kill("SIGKILL");
  process.once("exit", orphaned);
  const ended = new Promise<Ending>((answer) =>
    child.once("close", (code, signal) => {
      process.off("exit", orphaned);
      answer({ code, signal, output });
    }),
  );
  return { pid: child.pid ?? 0, child, output: () => output, ended };
}

async function ready(url: string, { ended, output, child }: StartedProcess): Promise<void> {
  let over = false;
  void ended.then(() => (over = true));
  const until = Date.now() + READY_MS;
  while (!over && Date.now() < until) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((again) => setTimeout(again, LOOK_AGAIN_MS));
  }
  child.kill("SIGKILL");
  throw new Error(`The server did not become ready. It said:\n${output()}`);
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const taken = createServer();
  await new Promise<void>((listening) => taken.listen(0, "127.0.0.1", listening));
  const { port } = taken.address() as AddressInfo;
  await new Promise((closed) => taken.close(closed));
  return port;
}
