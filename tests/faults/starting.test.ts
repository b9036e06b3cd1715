import { describe, expect, test } from "vitest";
import { personAt } from "../../server/src/testing/person.ts";
import { freePort, launchServer } from "../support/serverProcess.ts";
import { newDirectory, newReport, residentAt, serverOn, WITHOUT_DEMO } from "./ground.ts";

/** One sentence in Chinese and one in English, and nothing of where in the code it was noticed. */
const oneSentenceTwice = /^[^\n]*\p{Script=Han}[^\n]*\n[A-Z][^\n]*\n$/u;

describe("a start that cannot succeed", () => {
  test("on a directory in use says by which process, and leaves that one alone", async () => {
    const directory = newDirectory();
    const first = await serverOn(directory, { env: WITHOUT_DEMO });
    const second = await launchServer({ directory }).ended;
    expect(second.code).toBe(1);
    expect(second.output).toMatch(oneSentenceTwice);
    expect(second.output).toContain(`in use by process ${first.pid}`);
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  });

  test("on a MongoDB that does not answer says so", async () => {
    const nobody = `mongodb://127.0.0.1:${await freePort()}/gongzhi`;
    const { code, output } = await launchServer({ directory: newDirectory(), env: { MONGODB_URI: nobody } })
      .ended;
    expect(code).toBe(1);
    expect(output).toMatch(oneSentenceTwice);
    expect(output).toContain("MONGODB_URI");
  });
});

describe("a disk that is nearly full", () => {
  test("refuses what would write in words, and goes on showing what is there", async () => {
    const directory = newDirectory();
    const roomy = await serverOn(directory);
    const { token, client } = await residentAt(roomy.url, 0);
    const { id: caseId, caseNo } = await client.cases.report(newReport());
    await roomy.stop();

    const full = await serverOn(directory, { env: { MIN_FREE_MB: String(10 ** 9) } });
    const resident = personAt(full.url, token);
    expect((await resident.client.cases.view({ caseId })).caseNo).toBe(caseNo);
    const refused = await resident.send({ method: "POST", path: "/api/cases", body: newReport() });
    expect(refused).toEqual({ status: 507, body: { code: "server.storage_full" } });
    await expect(resident.sendPhoto(new Uint8Array(100))).rejects.toThrow("server.storage_full");
    expect((await resident.client.cases.mine({})).items).toHaveLength(1);
  });
});
