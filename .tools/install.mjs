// Installs the dependencies with the one pnpm the lockfile was written by, and only when they changed.
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename } from "node:path";
import { fingerprint, stamp, stampOf, unstamp } from "./fingerprint.mjs";
import { fail, path, run, say } from "./processes.mjs";

/** Our packages. `npm start` needs the first three: Taro and the test tools are half of the whole, and of the time. */
const packages = ["shared", "server", "web", "miniapp", "tests"];
const neededFor = { start: packages.slice(0, 3), all: packages };

/** Where pnpm is kept when the machine has none, or another version. */
const OWN_PNPM = "node_modules/.tools/node_modules/pnpm/bin/pnpm.cjs";

/** Brings the dependencies up to date: `start`, what the server and the portal need, or `all`. */
export async function install(what) {
  const manifests = ["package.json", ...packages.map((name) => `${name}/package.json`)];
  const wanted = fingerprint(["pnpm-lock.yaml", "pnpm-workspace.yaml", ...manifests]);
  const there = neededFor[what].every((name) => existsSync(path(`${name}/node_modules`)));
  if (there && [`all ${wanted}`, `${what} ${wanted}`].includes(stampOf("install"))) return;

  say(what === "all" ? "Installing all dependencies …" : "Installing what the server and the portal need …");
  const pnpm = await findPnpm();
  unstamp("install");
  const filters = what === "all" ? [] : ["gongzhi", ...neededFor[what].map((name) => `@gongzhi/${name}`)];
  const { code, output } = await run(
    pnpm.program,
    [
      ...pnpm.args,
      "install",
      "--frozen-lockfile",
      "--config.confirmModulesPurge=false",
      "--reporter=append-only",
      ...filters.map((name) => `--filter=${name}`),
    ],
    { env: { CI: "true" } },
  );
  if (code !== 0) fail(`${output}\nThe dependencies could not be installed: see the lines above.`);
  stamp("install", `${what} ${wanted}`);
}

async function findPnpm() {
  const version = JSON.parse(readFileSync(path("package.json"), "utf8")).packageManager.replace("pnpm@", "");
  const own = { program: process.execPath, args: [path(OWN_PNPM)] };

  // Asked outside the project: inside it another version would fetch this one, and say its number.
  const onPath = await run("pnpm", ["--version"], { cwd: tmpdir(), minutes: 0.2 });
  if (onPath.code === 0 && onPath.output.trim() === version) return { program: "pnpm", args: [] };
  if (
    existsSync(path(OWN_PNPM)) &&
    (await run(own.program, [...own.args, "--version"])).output.trim() === version
  )
    return own;

  const npm = npmProgram();
  const { code, output } = await run(npm.program, [
    ...npm.args,
    ...[
      "install",
      "--prefix",
      path("node_modules/.tools"),
      "--no-save",
      "--no-audit",
      "--no-fund",
      `pnpm@${version}`,
    ],
  ]);
  if (code !== 0)
    fail(`${output}\npnpm ${version} could not be installed with npm: is the registry reachable?`);
  return own;
}

/** The npm that started us, or the one on the path. */
function npmProgram() {
  const started = process.env.npm_execpath ?? "";
  return basename(started) === "npm-cli.js"
    ? { program: process.execPath, args: [started] }
    : { program: "npm", args: [] };
}
