// Everything that judges the project, two at a time: what fails is shown whole, and the last line is the sum.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { buildOne, programOf } from "./build.mjs";
import { ensureDebianPackages } from "./debian.mjs";
import { path, run, say, twoAtATime } from "./processes.mjs";

const CACHE = "node_modules/.cache";

/** A step runs a package's program in a folder; with a report, its tests are counted from that. */
const tool = (title, packageName, args, { folder = ".", program, ...more } = {}) => ({
  title,
  run: () => {
    const env = process.stdout.isTTY ? { FORCE_COLOR: "1" } : {};
    return run(process.execPath, [programOf(packageName, folder, program), ...args], {
      cwd: folder,
      env,
      ...more,
    });
  },
});

const types = (folder, packageName, program) =>
  tool(
    `types of ${folder}`,
    packageName,
    [
      "-p",
      ".",
      "--noEmit",
      "--incremental",
      "--tsBuildInfoFile",
      path(`${CACHE}/types/${folder}.tsbuildinfo`),
    ],
    { folder, program },
  );

const vitest = (title, projects, options = [], more = {}) => {
  const report = path(`${CACHE}/reports/${title}.json`);
  // Whoever watches wants to see each test; whoever reads it afterwards, what failed.
  const reporters = [
    `--reporter=${more.live ? "default" : "dot"}`,
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const args = ["run", ...projects.flatMap((project) => ["--project", project]), ...reporters, ...options];
  return { ...tool(title, "vitest", args, more), report };
};

const format = tool("format", "prettier", ["--check", "--log-level", "warn", "--cache", "."]);

const lint = tool("lint", "eslint", [
  ...["--max-warnings", "0"],
  ...["--cache", "--cache-strategy", "content", "--cache-location", path(`${CACHE}/eslint/`), "."],
]);

const allTypes = [
  types("web", "vue-tsc", "vue-tsc"),
  types("miniapp", "vue-tsc", "vue-tsc"),
  types("server", "typescript", "tsc"),
  types("tests", "typescript", "tsc"),
  types("shared", "typescript", "tsc"),
];

const building = (name) => ({ title: `build of ${name}`, run: () => buildOne(name) });

const system = { title: "chromium, fonts and redis", run: ensureDebianPackages };

/** Format, lint, types, architecture and unit tests: what is worth running before every commit. */
export async function check() {
  return sum(await all([lint, vitest("unit tests", ["unit", "architecture"]), ...allTypes, format]));
}

/** `everything`, or the `journeys` alone (then with the options given, for one file or one name). */
export async function test({ only, options = [] }) {
  const ground = [building("weapp"), building("web"), building("server"), system];
  const rules = [
    vitest("unit and service tests", ["unit", "architecture", "server"]),
    lint,
    ...allTypes,
    format,
  ];
  const results = await all(only === "everything" ? [...ground, ...rules] : ground);

  const missing = results.filter(({ step, failed }) => ground.includes(step) && failed > 0);
  if (missing.length === 0) {
    // One after the other, with the machine to themselves: they watch clocks.
    if (only === "everything") results.push(...(await all([vitest("faults", ["faults"])])));
    results.push(...(await all([vitest("journeys", ["journeys"], options, { live: true })])));
  } else {
    say(`✗ journeys: not run, for want of the ${missing.map(({ step }) => step.title).join(" and the ")}`);
    results.push({ passed: 0, failed: 1 });
  }
  return sum(results);
}

async function all(steps) {
  mkdirSync(path(`${CACHE}/reports`), { recursive: true });
  const results = [];
  await twoAtATime(steps.map((step) => async () => results.push(await perform(step))));
  return results;
}

async function perform(step) {
  if (step.report) rmSync(step.report, { force: true });
  const started = performance.now();
  const { code, output, shown } = await step.run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const { passed, failed } = count(step, code);
  const tests = step.report ? `: ${passed} passed, ${failed} failed` : "";
  say(`${failed > 0 ? "✗" : "✓"} ${step.title}${tests} (${seconds} s)`);
  if (failed > 0 && !shown) say(output.trimEnd());
  return { step, passed, failed };
}

/** Tests are counted one by one; any other step that fails counts as one failure. */
function count({ report }, code) {
  let tests = { numPassedTests: 0, numFailedTests: 0 };
  try {
    if (report) tests = JSON.parse(readFileSync(report, "utf8"));
  } catch {
    // A run that broke off wrote no report: it is the one failure below.
  }
  const failed = code !== 0 ? Math.max(tests.numFailedTests, 1) : 0;
  return { passed: tests.numPassedTests, failed };
}

function sum(results) {
  const total = (of) => results.reduce((so, result) => so + result[of], 0);
  say(`\n${total("passed")} passed, ${total("failed")} failed`);
  return total("failed") > 0 ? 1 : 0;
}
