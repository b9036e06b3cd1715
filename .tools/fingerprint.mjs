// Whether something has to be done again: a fingerprint of what it is made from, kept beside what was made.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { path } from "./processes.mjs";

const STAMPS = "node_modules/.gongzhi";

/** What is never made from by hand: dependencies, results, and the tests beside the code. */
const ignored = /^(node_modules|dist|dist-h5|\..*)$|\.(test|spec)\.ts$/;

/** A fingerprint of the files and folders (by content: a fresh checkout changes every date) and of the facts. */
export function fingerprint(sources, facts = []) {
  const hash = createHash("sha256");
  for (const fact of [process.versions.node, process.platform, process.arch, ...facts])
    hash.update(`${fact}\0`);
  for (const source of sources)
    for (const file of filesIn(source)) hash.update(`${file}\0`).update(readFileSync(path(file)));
  return hash.digest("hex");
}

function filesIn(source) {
  const stats = statSync(path(source), { throwIfNoEntry: false });
  if (!stats) return [];
  if (stats.isFile()) return [source];
  return readdirSync(path(source))
    .filter((name) => !ignored.test(name))
    .sort()
    .flatMap((name) => filesIn(`${source}/${name}`));
}

/** What was stamped under this name when the work last succeeded. */
export function stampOf(name) {
  try {
    return readFileSync(stampFile(name), "utf8");
  } catch {
    return undefined;
  }
}

/** Remembers that the work named is done. */
export function stamp(name, value) {
  mkdirSync(path(STAMPS), { recursive: true });
  writeFileSync(stampFile(name), value);
}

/** Forgets it: before the work begins, so that work cut short is done again. */
export function unstamp(name) {
  rmSync(stampFile(name), { force: true });
}

function stampFile(name) {
  return join(path(STAMPS), name);
}
