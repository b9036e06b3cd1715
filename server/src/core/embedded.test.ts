import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawn, type ChildProcess } from "node:child_process";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import mongoose from "mongoose";
import { afterAll, describe, expect, test } from "vitest";
import { EmbeddedDatabaseError, openEmbeddedDatabase } from "./embedded.ts";

const home = mkdtempSync(join(tmpdir(), "gongzhi-embedded-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe("the embedded database", () => {
  test("keeps what was written when it is closed and opened again", async () => {
    const directory = join(home, "kept");
    const first = await openEmbeddedDatabase(directory);
    await write(first.uri, { words: "路灯不亮" });
    await first.close();

    const second = await openEmbeddedDatabase(directory);
    expect(await readAll(second.uri)).toEqual([{ words: "路灯不亮" }]);
    await second.close();
  });

  test("leaves its address and its process in the directory while it is open, and only then", async () => {
    const directory = join(home, "noted");
    const database = await openEmbeddedDatabase(directory);
    expect(readFileSync(join(directory, "uri"), "utf8").trim()).toBe(database.uri);
    expect(readFileSync(join(directory, "pid"), "utf8").trim()).toBe(String(process.pid));

    await database.close();
    expect(existsSync(join(directory, "uri"))).toBe(false);
    expect(existsSync(join(directory, "pid"))).toBe(false);
  });

  test("a directory another process has open is refused in one sentence that names the process", async () => {
    const directory = join(home, "held");
    const holder = await openInAnotherProcess(directory);
    try {
      const refusal = await openEmbeddedDatabase(directory).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(EmbeddedDatabaseError);
      expect(String(refusal)).toContain(`正由进程 ${holder.pid} 使用`);
      expect(String(refusal)).toContain(`in use by process ${holder.pid}`);
    } finally {
      await end(holder, "SIGTERM");
    }
  });

  test("a process that was killed locks nobody out, and loses nothing it had acknowledged", async () => {
    const directory = join(home, "killed");
    const holder = await openInAnotherProcess(directory);
    const uri = readFileSync(join(directory, "uri"), "utf8").trim();
    await write(uri, { words: "井盖缺失" });
    await end(holder, "SIGKILL");

    const database = await openEmbeddedDatabase(directory);
    expect(await readAll(database.uri)).toEqual([{ words: "井盖缺失" }]);
    expect(existsSync(socketFolder(uri))).toBe(false);
    await database.close();
  });

  test("processes that start at the same moment prepare the engine once, and leave one copy", async () => {
    const cache = join(home, "cache");
    const names = ["first", "second", "third"];
    const holders = await Promise.all(names.map((name) => openInAnotherProcess(join(home, name), cache)));
    await Promise.all(holders.map((holder) => end(holder, "SIGTERM")));
    // Where the system's glibc is new enough the published files are used and there is no copy at all.
    const copies = existsSync(cache) ? readdirSync(join(cache, "gongzhi")) : [];
    expect(copies.length).toBeLessThanOrEqual(1);
  });

  test("a cache folder that cannot be written does not stop it", async () => {
    const cache = join(home, "no-folder");
    writeFileSync(cache, "");
    const holder = await openInAnotherProcess(join(home, "uncached"), cache);
    await end(holder, "SIGTERM");
  });

  test("a directory that cannot be created is refused in one sentence that names it", async () => {
    const file = join(home, "file");
    writeFileSync(file, "");
    const directory = join(file, "data");
    await expect(openEmbeddedDatabase(directory)).rejects.toThrow(
      `The data directory ${directory} cannot be created`,
    );
  });
});

const journaled = { writeConcern: { w: 1, j: true } } as const;

async function write(uri: string, document: Record<string, unknown>): Promise<void> {
  const connection = await mongoose.createConnection(uri).asPromise();
  await connection.collection("reports").insertOne(document, journaled);
  await connection.destroy();
}

async function readAll(uri: string): Promise<Record<string, unknown>[]> {
  const connection = await mongoose.createConnection(uri).asPromise();
  const documents = await connection
    .collection("reports")
    .find({}, { projection: { _id: 0 } })
    .toArray();
  await connection.destroy();
  return documents;
}

function socketFolder(uri: string): string {
  return dirname(decodeURIComponent(new URL(uri).host));
}

async function openInAnotherProcess(directory: string, cache?: string): Promise<ChildProcess> {
  const runsTypeScript = new URL("../../../.tools/typescript.mjs", import.meta.url).href;
  const embedded = new URL("./embedded.ts", import.meta.url).href;
  const program = `
    const { openEmbeddedDatabase } = await import(${JSON.stringify(embedded)});
    const database = await openEmbeddedDatabase(${JSON.stringify(directory)});
    process.once("SIGTERM", () => database.close().then(() => process.exit()));
    process.send("open");
  `;
  const child = spawn(
    process.execPath,
    ["--import", runsTypeScript, "--input-type=module", "--eval", program],
    {
      cwd: dirname(fileURLToPath(import.meta.url)),
      env: { ...process.env, ...(cache && { XDG_CACHE_HOME: cache }) },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    },
  );
  const [said] = (await Promise.race([once(child, "message"), once(child, "exit")])) as unknown[];
  expect(said).toBe("open");
  return child;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}
