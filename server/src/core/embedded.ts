import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { loadEngine, type Engine } from "./embeddedEngine.ts";

/** A database directory opened inside this process, reachable for any MongoDB driver of the same user at `uri`. */
export type EmbeddedDatabase = Readonly<{ uri: string; close: () => Promise<void> }>;

/** Why the embedded database cannot be used here: one sentence, in Chinese and English, for the person who started it. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = "EmbeddedDatabaseError";

  constructor(zh: string, en: string, cause: unknown) {
    super(`${zh}\n${en}`, { cause });
  }
}

/**
 * Opens the directory with MongoDB's own engine, creating it when it does not exist.
 *
 * One process per directory: the engine holds a lock of the operating system on `mongod.lock`, which ends with its
 * process however that dies, so nothing is ever stale. `pid` and `uri` beside it only say who holds it and where.
 */
export async function openEmbeddedDatabase(directory: string): Promise<EmbeddedDatabase> {
  const engine = load();
  createFolder(directory);
  const opened = await open(engine, directory);

  const notes = { pid: join(directory, "pid"), uri: join(directory, "uri") };
  removeSocketOfTheKilled(notes.uri);
  writeFileSync(notes.pid, `${process.pid}\n`);
  // Whoever has the socket has the database.
  writeFileSync(notes.uri, `${opened.uri}\n`, { mode: 0o600 });

  return {
    uri: opened.uri,
    async close() {
      // While the lock is still ours: afterwards they may be the next owner's.
      for (const note of Object.values(notes)) rmSync(note, { force: true });
      await opened.close();
    },
  };
}

function load(): Engine {
  try {
    return loadEngine();
  } catch (error) {
    throw new EmbeddedDatabaseError(
      "本系统无法运行内置数据库，请安装 MongoDB 并设置 MONGODB_URI，例如 MONGODB_URI=mongodb://127.0.0.1:27017/gongzhi。",
      "The embedded database does not run on this system: install MongoDB and set MONGODB_URI, " +
        "for example MONGODB_URI=mongodb://127.0.0.1:27017/gongzhi.",
      error,
    );
  }
}

function createFolder(directory: string): void {
  try {
    // Personal data: nobody else on the machine has any business here.
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new EmbeddedDatabaseError(
      `无法创建数据目录 ${directory}，请检查权限，或将 DATA_DIR 设为其他目录。`,
      `The data directory ${directory} cannot be created: check its permissions or set DATA_DIR to another one.`,
      error,
    );
  }
}

async function open(engine: Engine, directory: string): Promise<EmbeddedDatabase> {
  try {
    return await engine.open(directory);
  } catch (error) {
    if (!String(error).includes("DBPathInUse")) throw error;
    const pid = readIfThere(join(directory, "pid"));
    throw new EmbeddedDatabaseError(
      `数据目录 ${directory} 正由${pid ? `进程 ${pid} ` : "另一个进程"}使用，请先停止它，或将 DATA_DIR 设为其他目录。`,
      `The data directory ${directory} is in use by ${pid ? `process ${pid}` : "another process"}: ` +
        "stop it first or set DATA_DIR to another directory.",
      error,
    );
  }
}

/** A process that was killed leaves its socket's folder behind in the temporary folder; its note says which. */
function removeSocketOfTheKilled(uriNote: string): void {
  const [, socket] = /^mongodb:\/\/([^/]+)\//.exec(readIfThere(uriNote)) ?? [];
  const folder = socket && dirname(decodeURIComponent(socket));
  if (folder && basename(folder).startsWith("embedded-mongodb-"))
    rmSync(folder, { recursive: true, force: true });
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return "";
  }
}
