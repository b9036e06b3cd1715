import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rooms } from "@gongzhi/shared/live";
import { personAt } from "../../server/src/testing/person.ts";
import { startRedis } from "../support/redisProcess.ts";
import { freePort, launchServer, type ServerProcess } from "../support/serverProcess.ts";
import { GRID, newDirectory, newReport, residentAt, serverOn, uriOf, workerAt } from "./ground.ts";

let redis: Awaited<ReturnType<typeof startRedis>>;
let first: ServerProcess;
let second: ServerProcess;

beforeAll(async () => {
  redis = await startRedis();
  afterAll(redis.stop);
  const shared = { SECRET: "a secret of the tests that both servers share", REDIS_URL: redis.url };
  first = await serverOn(newDirectory(), { env: shared });
  second = await serverOn(newDirectory(), { env: { ...shared, MONGODB_URI: uriOf(first) } });
});

describe("two servers on one bus", () => {
  test("what one of them does reaches those who watch at the other", async () => {
    const resident = await residentAt(first.url, 0);
    const worker = await workerAt(first.url, GRID.worker);
    const listener = await personAt(second.url, worker.token).listen(rooms.division(GRID.code));
    const { id: caseId } = await resident.client.cases.report(newReport());
    expect(await listener.next("case.reported")).toEqual({ caseId, gridCode: GRID.code });
    listener.close();
  });

  test("figures are pushed to those who watch them at the other", async () => {
    const county = "990102000000";
    const resident = await residentAt(first.url, 1);
    const listener = await personAt(second.url, null).listen(rooms.figures(county));
    await resident.client.cases.report(newReport());
    expect(await listener.next("figures.changed")).toMatchObject({ division: county });
    listener.close();
  });
});

test("a Redis that does not answer is said in one sentence", async () => {
  const env = { REDIS_URL: `redis://127.0.0.1:${await freePort()}` };
  const { code, output } = await launchServer({ directory: newDirectory(), env }).ended;
  expect(code).toBe(1);
  expect(output).toContain("REDIS_URL does not answer");
});
