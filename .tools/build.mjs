// Builds what changed since it was last built.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fingerprint, stamp, stampOf, unstamp } from "./fingerprint.mjs";
import { fail, path, run, say, twoAtATime } from "./processes.mjs";

const common = ["tsconfig.base.json", "pnpm-lock.yaml", "shared"];

/** What can be built: by which tool of which package, from what, into what. */
const targets = {
  h5: {
    folder: "miniapp",
    tool: "@tarojs/cli",
    args: ["build", "--type", "h5"],
    makes: "dist-h5/index.html",
  },
  weapp: {
    folder: "miniapp",
    tool: "@tarojs/cli",
    args: ["build", "--type", "weapp"],
    makes: "dist/app.json",
  },
  web: { folder: "web", tool: "vite", args: ["build", "--logLevel", "warn"], makes: "dist/index.html" },
  server: {
    folder: "server",
    tool: "vite",
    args: ["build", "--logLevel", "warn"],
    makes: "dist/main.js",
  },
};

/** Brings the named targets up to date, or ends the command with what their tool said. */
export async function build(names) {
  await twoAtATime(
    names.map((name) => async () => {
      const { code, output } = await buildOne(name);
      if (code !== 0) fail(`${output}\nThe build of ${name} failed: see the lines above.`);
    }),
  );
}

/** Brings one target up to date. Answers like a program: an exit code, and what was said. */
export async function buildOne(name) {
  const { folder, tool, args, makes } = targets[name];
  const made = path(`${folder}/${makes}`);
  const wanted = fingerprint([...common, folder], folder === "miniapp" ? [process.env.API_BASE] : []);
  if (stampOf(name) === wanted && existsSync(made)) return { code: 0, output: "" };

  say(`Building ${name} …`);
  unstamp(name);
  const result = await run(process.execPath, [programOf(tool, folder), ...args], { cwd: folder });
  if (result.code === 0 && !existsSync(made))
    return { code: 1, output: `${result.output}\n${made} is missing.` };
  if (result.code === 0) stamp(name, wanted);
  return result;
}

/** The file Node runs for a package's program (its only one, unless named), as the folder sees that package. */
export function programOf(packageName, folder, program) {
  const from = createRequire(path(`${folder}/package.json`));
  const manifest = manifestOf(from, packageName);
  const { bin } = JSON.parse(readFileSync(manifest, "utf8"));
  return join(dirname(manifest), typeof bin === "string" ? bin : (bin[program] ?? Object.values(bin)[0]));
}

/** Found by walking, since few packages export their manifest. */
function manifestOf(from, packageName) {
  for (const folder of from.resolve.paths(packageName)) {
    const manifest = join(folder, packageName, "package.json");
    if (existsSync(manifest)) return manifest;
  }
  return fail(`${packageName} is not installed.`);
}
