// What the commands in package.json do. Nothing here needs a package: it runs before anything is installed.
import { readFileSync } from "node:fs";
import { build } from "./build.mjs";
import { check, test } from "./checks.mjs";
import { install } from "./install.mjs";
import { fail, path, runForeground } from "./processes.mjs";

/** One function per command; what it answers becomes the exit code. */
const commands = {
  async start(...options) {
    await install("start");
    await build(["web", "server"]);
    return runForeground(process.execPath, ["--enable-source-maps", "server/dist/main.js", ...options]);
  },

  async dev() {
    await install("start");
    const { dev } = await import("./dev.mjs");
    return dev();
  },

  async build() {
    await install("all");
    await build(["web", "server", "weapp", "h5"]);
    return 0;
  },

  async check() {
    await install("all");
    return check();
  },

  async test() {
    await install("all");
    return test({ only: "everything" });
  },

  async e2e(...options) {
    await install("all");
    return test({ only: "journeys", options });
  },

  async load(...options) {
    await install("all");
    await build(["server"]);
    const typescript = new URL("./typescript.mjs", import.meta.url).href;
    return runForeground(process.execPath, ["--import", typescript, "tests/load/main.ts", ...options]);
  },
};

const [name = "", ...options] = process.argv.slice(2);
const command = commands[name];
if (!command) fail(`Unknown command "${name}": use one of ${Object.keys(commands).join(", ")}.`);
requireNode();
process.chdir(path("."));
process.exitCode = await command(...options);

function requireNode() {
  const [, major, minor] = /(\d+)\.(\d+)/
    .exec(JSON.parse(readFileSync(path("package.json"))).engines.node)
    .map(Number);
  const [haveMajor, haveMinor] = process.versions.node.split(".").map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
  fail(`Gongzhi needs Node ${major}.${minor} or newer; this is ${process.versions.node}.`);
}
