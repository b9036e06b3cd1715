// Development: the server is compiled and restarted on every change, the portal is served by Vite with hot reload.
import { spawn } from "node:child_process";
import { build, createServer } from "vite";
import { path, say } from "./processes.mjs";

/** Serves until Ctrl-C. Answers the exit code. */
export async function dev() {
  const port = process.env.PORT ?? "8080";
  // Vite sets variables of its own, NODE_ENV first; the server is to see what was given.
  const server = keepRunning(["--enable-source-maps", path("server/dist/main.js")], { ...process.env });

  const api = `http://127.0.0.1:${port}`;
  // Where web/vite.config.ts sends what is not the portal's own.
  process.env.API = api;
  const portal = await createServer({ root: path("web") });
  const watcher = await build({ root: path("server"), logLevel: "warn", build: { watch: {} } });
  watcher.on("event", (event) => {
    if (event.code === "BUNDLE_END") void server.restart();
    if (event.code === "ERROR") say(`The server does not compile: ${event.error.message}`);
    if ("result" in event) void event.result?.close();
  });

  await portal.listen();
  say(`\nThe portal with hot reload, its API and live push on ${api}:`);
  portal.printUrls();

  await new Promise((answer) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, answer);
  });
  await Promise.all([portal.close(), watcher.close(), server.stop()]);
  return 0;
}

/** One process at a time: the next starts when the last has let go of port and database. */
function keepRunning(args, env) {
  let running;
  let turn = Promise.resolve();

  const stop = async () => {
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const gone = new Promise((answer) => running.once("exit", answer));
    running.kill("SIGTERM");
    await gone;
  };
  const start = () => {
    // A group of its own: Ctrl-C reaches it once, through `stop`.
    running = spawn(process.execPath, args, {
      env,
      stdio: "inherit",
      detached: process.platform !== "win32",
    });
  };
  return {
    restart: () => (turn = turn.then(stop).then(start)),
    stop: () => (turn = turn.then(stop)),
  };
}
