import { beforeAll, describe, expect, test } from "vitest";
import { picture } from "../../server/seeds/pictures.ts";
import { personAt, type Person } from "../../server/src/testing/person.ts";
import type { ServerProcess } from "../support/serverProcess.ts";
import { newDirectory, newReport, residentAt, serverOn } from "./ground.ts";

const RESIDENTS = 4;
/** Each resident's devices sending at once, and the reports each of them has to send. */
const DEVICES = 4;
const REPORTS_A_DEVICE = 7;
/** The server is killed when so many are acknowledged, with the others on their way. */
const ENOUGH = 60;

/** A report on its way, and what the server said to it, if it came to that. */
interface Sent {
  readonly resident: number;
  readonly report: ReturnType<typeof newReport>;
  acknowledged: { id: string; caseNo: string; photos: number } | null;
}

const sent: Sent[] = [];
let tokens: (string | null)[];
let server: ServerProcess;

beforeAll(async () => {
  const directory = newDirectory();
  const first = await serverOn(directory);
  const residents = await Promise.all(
    Array.from({ length: RESIDENTS }, (_, number) => residentAt(first.url, number)),
  );
  tokens = residents.map(({ token }) => token);

  const photo = await picture("bin");
  let acknowledged = 0;
  const device = async (person: Person, resident: number) => {
    for (let each = 0; each < REPORTS_A_DEVICE; each += 1) {
      const photoIds = each % 3 === 0 ? [(await person.sendPhoto(photo)).id] : [];
      const entry: Sent = { resident, report: newReport({ photoIds }), acknowledged: null };
      sent.push(entry);
      const { id, caseNo, photos } = await person.client.cases.report(entry.report);
      entry.acknowledged = { id, caseNo, photos: photos.length };
      acknowledged += 1;
      if (acknowledged === ENOUGH) void first.kill();
    }
  };
  const devices = residents.flatMap((person, resident) =>
    Array.from({ length: DEVICES }, () => device(person, resident)),
  );
  await Promise.allSettled(devices);
  await first.ended;
  server = await serverOn(directory);
});

const personOf = ({ resident }: Sent) => personAt(server.url, tokens[resident] ?? null);

/** Everything a resident has reported, page by page. */
async function everythingOf(token: string | null) {
  const { cases } = personAt(server.url, token).client;
  const all: { id: string; caseNo: string }[] = [];
  let after: string | null = "";
  while (after !== null) {
    const page: Awaited<ReturnType<typeof cases.mine>> = await cases.mine({
      limit: 50,
      ...(after && { after }),
    });
    all.push(...page.items);
    after = page.next;
  }
  return all;
}

describe("a server killed during a burst of reports", () => {
  test("was killed with reports on their way", () => {
    const unanswered = sent.filter(({ acknowledged }) => acknowledged === null);
    expect(sent.length - unanswered.length).toBeGreaterThanOrEqual(ENOUGH);
    expect(unanswered.length).toBeGreaterThan(0);
  });

  test("still has every report it acknowledged, with its number and its photos", async () => {
    for (const entry of sent) {
      const { acknowledged } = entry;
      if (!acknowledged) continue;
      const kase = await personOf(entry).client.cases.view({ caseId: acknowledged.id as never });
      expect(kase.caseNo).toBe(acknowledged.caseNo);
      expect(kase.photos).toHaveLength(acknowledged.photos);
      for (const { url } of kase.photos) expect((await fetch(server.url + url)).status).toBe(200);
    }
  });

  test("makes one case of a report that is sent again, acknowledged before or not", async () => {
    for (const entry of sent) {
      const again = await personOf(entry).client.cases.report(entry.report);
      if (entry.acknowledged) expect(again.caseNo).toBe(entry.acknowledged.caseNo);
    }
    const stored = (await Promise.all(tokens.map(everythingOf))).flat();
    expect(stored).toHaveLength(sent.length);
    expect(new Set(stored.map(({ caseNo }) => caseNo)).size).toBe(sent.length);
  });
});
