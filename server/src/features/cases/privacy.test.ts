import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CaseView } from "@gongzhi/shared/cases";
import type { Person, SignedInPerson } from "../../testing/person.ts";
import { events, openTown, places, type Town } from "../../testing/town.ts";

const PHONE = "13912345678";
let town: Town;
let reporter: SignedInPerson;
let stranger: SignedInPerson;
let gridWorker: SignedInPerson;

beforeAll(async () => {
  town = await openTown();
  reporter = await town.resident({ phone: PHONE, communityCode: places.otherCommunity });
  stranger = await town.resident();
  gridWorker = await town.worker("gridWorker", places.grid);
});
afterAll(() => town.close());

/** What a person gets of a case, every way there is, as it goes over the wire. */
async function everything(person: Person, kase: CaseView): Promise<string> {
  const paths = [
    `/api/cases/${kase.id}`,
    "/api/cases?limit=100",
    "/api/cases/by-grid",
    "/api/cases/mine",
    "/api/cases/queue",
  ];
  const replies = await Promise.all(paths.map((path) => person.send({ method: "GET", path })));
  return JSON.stringify(replies.map(({ body }) => body));
}

const view = (by: Person, { id }: CaseView) => by.send({ method: "GET", path: `/api/cases/${id}` });

describe("what is nobody else's business", () => {
  test("a case for the parties only is not there for anybody else", async () => {
    const kase = await town.report(reporter, { typeCode: events.noise });
    for (const person of [stranger, town.guest]) {
      expect(await view(person, kase)).toMatchObject({ status: 404, body: { code: "case.not_found" } });
      expect(await everything(person, kase)).not.toContain(kase.id);
    }
    const move = {
      method: "POST",
      path: `/api/cases/${kase.id}/moves`,
      body: { revision: 1, move: "withdraw" },
    } as const;
    expect(await stranger.send(move)).toMatchObject({ status: 404 });
    const follow = { method: "PUT", path: `/api/cases/${kase.id}/follow`, body: { follow: true } } as const;
    expect(await stranger.send(follow)).toMatchObject({ status: 404 });
    expect((await view(reporter, kase)).status).toBe(200);
    expect((await view(gridWorker, kase)).status).toBe(200);
  });

  test("a case that does not exist answers exactly as one that may not be seen", async () => {
    const kase = await town.report(reporter, { typeCode: events.noise });
    const missing = await town.guest.send({ method: "GET", path: `/api/cases/${"0".repeat(24)}` });
    expect(await view(town.guest, kase)).toEqual(missing);
  });

  test("neither who reported nor their number is in any reply to anybody", async () => {
    const kase = await town.report(reporter, { anonymous: false, contactConsent: true });
    for (const person of [town.guest, stranger, gridWorker, reporter]) {
      const seen = await everything(person, kase);
      expect(seen).not.toContain(reporter.id);
      expect(seen).not.toContain(PHONE);
      expect(seen).not.toMatch(/reporterId|draftId|byId/);
    }
  });

  test("a number in the words is masked for the public and not for the handlers", async () => {
    const kase = await town.report(reporter, { words: "请打 13800138000，垃圾堆在门口。" });
    expect(await everything(town.guest, kase)).not.toContain("13800138000");
    expect(await everything(stranger, kase)).not.toContain("13800138000");
    const { words } = await gridWorker.client.cases.view({ caseId: kase.id });
    expect(words).toContain("13800138000");
  });

  test("place, answers and the reporter's pictures stay with the parties", async () => {
    const photoIds = [await town.photo(reporter)];
    const kase = await town.report(reporter, {
      photoIds,
      answers: { duration: "三天了" },
      place: { gridCode: places.grid, point: { lng: 1, lat: 1 }, address: "望湖苑3栋2-501" },
    });
    const seen = await town.guest.client.cases.view({ caseId: kase.id });
    expect(seen).toMatchObject({
      photos: [],
      point: null,
      address: null,
      answers: {},
      reporterCommunity: null,
    });
    const near = await gridWorker.client.cases.view({ caseId: kase.id });
    expect(near).toMatchObject({ address: "望湖苑3栋2-501", answers: { duration: "三天了" } });
    expect(near.photos.map(({ id }) => id)).toEqual(photoIds);
  });

  test("a named business stays unnamed until the finding", async () => {
    const kase = await town.report(reporter, {
      typeCode: events.shopNoise,
      words: "金星理发店的喇叭从早放到晚。",
    });
    expect(await everything(town.guest, kase)).not.toContain("金星");
    expect(await everything(reporter, kase)).toContain("金星");
  });

  test("a case that is withdrawn leaves the public list", async () => {
    const kase = await town.report(reporter);
    expect(await everything(town.guest, kase)).toContain(kase.id);
    await town.move(reporter, kase, "withdraw");
    expect(await everything(town.guest, kase)).not.toContain(kase.id);
  });
});

describe("calling the reporter", () => {
  test("shows the number to a handler, and the opening to the reporter", async () => {
    const kase = await town.report(reporter, { contactConsent: true });
    const listening = await reporter.listen(`case:${kase.id}`);
    const { phone } = await gridWorker.client.cases.openContact({ caseId: kase.id, purpose: "约上门时间" });
    expect(phone).toBe(PHONE);

    const { revision } = await listening.next("case.moved");
    const { openings } = await reporter.client.cases.view({ caseId: kase.id });
    expect(openings).toEqual([
      { at: town.clock.now().toISOString(), by: "gridWorker", purpose: "约上门时间" },
    ]);
    expect(revision).toBe(kase.revision + 1);
    expect((await gridWorker.client.cases.view({ caseId: kase.id })).openings).toEqual([]);
    listening.close();
  });

  test("needs the reporter's consent, and a handler", async () => {
    const silent = await town.report(reporter, { contactConsent: false });
    const open = (by: SignedInPerson, kase: CaseView) =>
      by.client.cases.openContact({ caseId: kase.id, purpose: "约时间" });
    await expect(open(gridWorker, silent)).rejects.toMatchObject({ code: "case.no_call_consent" });

    const kase = await town.report(reporter, { contactConsent: true });
    const farAway = await town.worker("gridWorker", places.otherGrid);
    await expect(open(farAway, kase)).rejects.toMatchObject({ code: "case.move_not_yours" });
    await expect(open(stranger, kase)).rejects.toMatchObject({ code: "account.not_allowed" });
    expect((await reporter.client.cases.view({ caseId: kase.id })).openings).toEqual([]);
  });

  test("two at once are both on record", async () => {
    const kase = await town.report(reporter, { contactConsent: true });
    const purposes = ["约时间", "问门牌", "问经过"];
    await Promise.all(
      purposes.map((purpose) => gridWorker.client.cases.openContact({ caseId: kase.id, purpose })),
    );
    const { openings } = await reporter.client.cases.view({ caseId: kase.id });
    expect(openings.map(({ purpose }) => purpose).sort()).toEqual(purposes.sort());
  });
});
