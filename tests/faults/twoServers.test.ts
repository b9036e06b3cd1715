import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { personAt, type Person } from "../../server/src/testing/person.ts";
import type { ServerProcess } from "../support/serverProcess.ts";
import { GRID, newDirectory, newReport, residentAt, serverOn, uriOf, workerAt } from "./ground.ts";

/** Servers of one portal share the secret that personal data is sealed with. */
const SECRET = { SECRET: "a secret of the tests that both servers share" };
const RACES = 12;

let first: ServerProcess;
let second: ServerProcess;
let resident: Person;
/** The same worker, at the first server and at the second. */
let worker: [Person, Person];

beforeAll(async () => {
  first = await serverOn(newDirectory(), { env: SECRET });
  second = await serverOn(newDirectory(), { env: { ...SECRET, MONGODB_URI: uriOf(first) } });
  resident = await residentAt(first.url, 0);
  const { token } = await workerAt(first.url, GRID.worker);
  worker = [personAt(first.url, token), personAt(second.url, token)];
});

describe("two servers on one database", () => {
  test("know the same sessions, and each shows what the other has stored", async () => {
    const { id: caseId, caseNo } = await resident.client.cases.report(newReport());
    expect((await personAt(second.url, resident.token).client.cases.view({ caseId })).caseNo).toBe(caseNo);
  });

  test("number their cases without ever giving one number twice", async () => {
    const atSecond = personAt(second.url, resident.token);
    const reported = await Promise.all(
      [resident, atSecond].flatMap(({ client }) =>
        Array.from({ length: 8 }, () => client.cases.report(newReport())),
      ),
    );
    expect(new Set(reported.map(({ caseNo }) => caseNo)).size).toBe(16);
  });

  test("make one case of a report that reaches both at once", async () => {
    const atSecond = personAt(second.url, resident.token);
    const report = newReport();
    const [one, other] = await Promise.all(
      [resident, atSecond].map(({ client }) => client.cases.report(report)),
    );
    expect(other?.caseNo).toBe(one?.caseNo);
  });

  test("let one of two moves at once win, and tell the other that the case has moved", async () => {
    const reporter = await residentAt(first.url, 1);
    for (let race = 0; race < RACES; race += 1) {
      const { id: caseId, revision } = await reporter.client.cases.report(newReport());
      const moves = await Promise.allSettled(
        worker.map(({ client }) => client.cases.move({ caseId, revision, move: "accept" })),
      );
      const lost = moves.filter((move) => move.status === "rejected");
      expect(lost.map(({ reason }) => (reason as { code: string }).code)).toEqual(["case.moved_meanwhile"]);
      const { timeline } = await worker[1].client.cases.view({ caseId });
      expect(timeline.map(({ move }) => move)).toEqual(["submit", "accept"]);
    }
  });

  test("take each turn of a job once", async () => {
    const EVERY_MS = 40;
    const TURNS = 12;
    const turns: number[] = [];
    const loader = new URL("../../.tools/typescript.mjs", import.meta.url).href;
    const start = () =>
      fork(
        fileURLToPath(new URL("./ticking.fixture.ts", import.meta.url)),
        [uriOf(first), String(EVERY_MS)],
        {
          execArgv: ["--import", loader],
        },
      );
    const processes = [start(), start()];
    await new Promise<void>((enough) => {
      for (const process of processes)
        process.on("message", (at: number) => turns.push(at) === TURNS && enough());
    });
    for (const process of processes) process.disconnect();
    // Of two that both took a turn, one took it before its time.
    turns.sort((a, b) => a - b);
    const pauses = turns.slice(1).map((at, before) => at - (turns[before] ?? at));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(EVERY_MS);
  });
});

describe("a server whose database dies", () => {
  test("says that it is not ready and busy, and still stops", async () => {
    await first.kill();
    await expect
      .poll(async () => (await fetch(`${second.url}/readyz`)).status, { timeout: 10_000 })
      .toBe(503);
    const refused = await worker[1].send({ method: "GET", path: "/api/cases" });
    expect(refused).toEqual({ status: 503, body: { code: "server.busy" } });
    const { code } = await second.stop();
    expect(code).toBe(0);
  });
});
