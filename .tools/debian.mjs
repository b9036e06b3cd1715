// The programs the tests need from the system: a browser, letters to read Chinese with, and a bus between servers.
import { existsSync } from "node:fs";
import { run, say } from "./processes.mjs";

const CHROMIUM = "/usr/bin/chromium";
const REDIS = "/usr/bin/redis-server";
const packages = ["chromium", "fonts-noto-cjk", "redis-server"];

/** Installs what is missing. Answers like a program: an exit code, and one sentence when it cannot be done. */
export async function ensureDebianPackages() {
  const missing = await missingPackages();
  if (missing.length === 0) return { code: 0, output: "" };

  const byHand = `The tests need ${packages.join(", ")}: run "apt-get install ${missing.join(" ")}" as root first.\n`;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return { code: 1, output: byHand };

  say(`Installing ${missing.join(" and ")} …`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { env });
  const { code, output } = await run("apt-get", ["install", "-y", "--no-install-recommends", ...missing], {
    env,
  });
  return code === 0 ? { code, output } : { code, output: `${output}\n${byHand}` };
}

async function missingPackages() {
  const fonts = await run("fc-list", [":lang=zh-cn", "family"]);
  const there = {
    "chromium": existsSync(CHROMIUM),
    "redis-server": existsSync(REDIS),
    "fonts-noto-cjk": fonts.code === 0 && fonts.output.trim() !== "",
  };
  return packages.filter((name) => !there[name]);
}
