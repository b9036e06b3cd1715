import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { personAt, type Person } from "../../server/src/testing/person.ts";
import { startServer, type ServerProcess, type ServerStart } from "../support/serverProcess.ts";
import { signInResident, signInWorker } from "../support/signIn.ts";

/** What the tests of the file leave behind, the last first: an `afterAll` inside a test would never be called. */
const left: (() => unknown)[] = [];
afterAll(async () => {
  for (const remove of left.reverse()) await remove();
});

/** A data directory that is gone after the tests of the file. */
export function newDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "gongzhi-faults-"));
  left.push(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** A server that does not outlive the tests of the file. */
export async function serverOn(directory: string, more: Omit<ServerStart, "directory"> = {}) {
  const server = await startServer({ directory, ...more });
  left.push(() => server.stop());
  return server;
}

/** A server without the demonstration, which starts at once: nobody can sign in. */
export const WITHOUT_DEMO = { DEMO: "off", SMS_WEBHOOK_URL: "http://127.0.0.1:9/" } as const;

/** Where the embedded database of a running server answers. */
export const uriOf = ({ directory }: ServerProcess): string =>
  readFileSync(join(directory, "db/uri"), "utf8").trim();

/** A new resident of the demonstration; each number is another person. */
export async function residentAt(url: string, number: number): Promise<Person> {
  const phone = `18${String(number).padStart(9, "0")}`;
  return personAt(url, await signInResident(personAt(url, null).client, phone));
}

/** A worker of the demonstration. */
export const workerAt = async (url: string, name: string): Promise<Person> =>
  personAt(url, await signInWorker(personAt(url, null).client, name));

type Report = Parameters<Person["client"]["cases"]["report"]>[0];

/** A grid of the demonstration, and its worker. */
export const GRID = { code: "990102001001001", worker: "陈晓东" } as const;

/** A valid report nobody has sent before. */
export const newReport = (more: Partial<Report> = {}): Report => ({
  draftId: crypto.randomUUID(),
  words: "南门垃圾桶旁边堆了很多垃圾，三天没有人清理。",
  typeCode: "010100",
  place: { gridCode: GRID.code, point: null, address: null },
  channel: "web",
  ...more,
});
