// Starting other programs: quietly, with their output kept for when they fail, or in the foreground.
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

const isWindows = process.platform === "win32";

/** How long a repeated signal is taken for the same key press: a terminal and npm both deliver it. */
const SAME_SIGNAL_MS = 1000;

/** A path inside the project, whatever folder the command was given in. */
export function path(inProject) {
  return resolve(root, inProject);
}

/** Ends the command with one sentence. */
export function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** A line about what is being done, apart from what the programs themselves say. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** The programs `run` has started and that have not ended: they go when we go. */
const running = new Set();
process.on("exit", () => running.forEach(killGroup));

/**
 * Runs a program to its end, or kills it with all it started when its time is over; `live` shows what it says at once.
 * Answers its exit code and everything it said.
 */
export function run(program, args, { cwd = ".", env = {}, minutes = 10, live = false } = {}) {
  const child = spawn(program, args, {
    cwd: path(cwd),
    env: { ...process.env, ...env },
    shell: isWindows && program !== process.execPath,
    stdio: ["ignore", "pipe", "pipe"],
    detached: !isWindows,
  });
  running.add(child);
  stopOnCtrlC();
  return new Promise((answer) => {
    let output = "";
    const hear = (chunk) => {
      output += chunk;
      if (live) process.stdout.write(chunk);
    };
    const end = (code, remark = "") => {
      clearTimeout(timer);
      running.delete(child);
      hear(remark);
      answer({ code, output, shown: live });
    };
    const timer = setTimeout(() => {
      hear(`\nIt took more than ${minutes} minutes and was stopped.\n`);
      killGroup(child);
    }, minutes * 60_000);
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", hear);
    child.on("error", (error) => end(127, `${error.message}\n`));
    child.on("close", (code) => end(code ?? 1));
  });
}

function killGroup(child) {
  try {
    if (isWindows) child.kill();
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It ended by itself a moment ago.
  }
}

let stopping = false;
function stopOnCtrlC() {
  if (stopping) return;
  stopping = true;
  for (const [signal, number] of [
    ["SIGINT", 2],
    ["SIGTERM", 15],
    ["SIGHUP", 1],
  ]) {
    process.on(signal, () => running.size > 0 && process.exit(128 + number));
  }
}

/**
 * Runs a program with our own input and output until it ends, and answers its exit code. It gets a process group of
 * its own, so that Ctrl-C reaches it exactly once, from here; asked a second time, it is killed.
 */
export function runForeground(program, args, { env = {} } = {}) {
  const child = spawn(program, args, {
    cwd: path("."),
    env: { ...process.env, ...env },
    stdio: "inherit",
    detached: !isWindows,
  });
  let askedAt;
  const ask = (signal) => {
    if (askedAt === undefined) {
      askedAt = Date.now();
      child.kill(signal);
    } else if (Date.now() - askedAt > SAME_SIGNAL_MS) {
      child.kill("SIGKILL");
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => ask(signal));
  if (process.env.npm_lifecycle_event) whenOrphaned(() => ask("SIGTERM"));
  return new Promise((answer) => {
    child.on("error", (error) => fail(error.message));
    child.on("exit", (code) => answer(code ?? 1));
  });
}

/** npm passes SIGTERM on to its shell, and the shell dies without telling us. */
function whenOrphaned(then) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, 500);
  timer.unref();
}

/** Works through the tasks with as many at a time as this machine does well, in the order given. */
export async function twoAtATime(tasks) {
  const waiting = [...tasks];
  const lane = async () => {
    for (let task = waiting.shift(); task; task = waiting.shift()) await task();
  };
  await Promise.all([lane(), lane()]);
}
