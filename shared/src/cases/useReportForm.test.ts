import { nextTick } from "vue";
import { describe, expect, test } from "vitest";
import { useMeStore } from "../accounts/meStore.ts";
import type { HttpCall, HttpReply } from "../core/index.ts";
import { openTestDevice, type TestServer } from "../platform/fixtures.ts";
import { useCatalogue } from "../taxonomy/catalogueStore.ts";
import { OTHER_EVENT } from "../taxonomy/model.ts";
import { GRID, overflowingBin, reporter } from "./fixtures.ts";
import { useReportForm } from "./useReportForm.ts";

const noise = {
  ...overflowingBin,
  code: "020100",
  nameZh: "生活噪声",
  nameEn: "Neighbourhood noise",
  aliases: [{ name: "噪音扰民" }],
  disambiguateWith: ["020400"],
};
const buildingNoise = {
  ...noise,
  code: "020400",
  nameZh: "施工噪声",
  aliases: [],
  disambiguateWith: undefined,
};
const other = { ...overflowingBin, code: OTHER_EVENT, nameZh: "其他事项", aliases: [] };
const types = [overflowingBin, noise, buildingNoise, other];
const catalogue = { version: "1", classes: [], departments: [], types };

const me = {
  id: reporter.id,
  kind: "resident",
  name: null,
  phoneMasked: null,
  communityCode: null,
  ageBand: null,
  posts: [],
};

const serverOf =
  (onReport: (call: HttpCall) => HttpReply): TestServer =>
  (call) => {
    if (call.path === "/api/me") return { status: 200, body: { me } };
    if (call.path === "/api/events/catalogue") return { status: 200, body: catalogue };
    return onReport(call);
  };
const created: HttpReply = {
  status: 200,
  body: { id: "a".repeat(24), caseNo: "SJ20260309000011", revision: 1 },
};

async function openForm(server: TestServer = serverOf(() => created), storage?: Map<string, string>) {
  const device = openTestDevice(server, storage);
  await device.use(() => useMeStore()).load();
  await device.use(() => useCatalogue()).load();
  return { device, form: device.use(() => useReportForm()) };
}

type Form = Awaited<ReturnType<typeof openForm>>["form"];

async function fillIn(form: Form, words = "楼下垃圾桶满溢三天没清"): Promise<void> {
  form.draft.words = words;
  form.goOn();
  form.picker.pickGrid(GRID);
  await nextTick();
  form.goOn();
  await nextTick();
}

describe("three short screens", () => {
  test("lead from the resident's own words to a case", async () => {
    const { device, form } = await openForm();
    await fillIn(form);
    expect(form.draft.step).toBe(3);
    await form.submit();
    expect(form.outcome.value).toMatchObject({ kind: "sent", kase: { caseNo: "SJ20260309000011" } });
    expect(device.calls.at(-1)?.body).toMatchObject({
      words: "楼下垃圾桶满溢三天没清",
      typeCode: "010400",
      localTerm: "垃圾桶满溢",
      place: { gridCode: GRID, point: null, address: null },
      anonymous: true,
      contactConsent: false,
      channel: "web",
    });
  });

  test("do not go on without enough words, nor without a place", async () => {
    const { form } = await openForm();
    form.draft.words = " 脏 ";
    form.goOn();
    expect(form.draft.step).toBe(1);
    form.draft.words = "垃圾桶满溢";
    form.goOn();
    form.goOn();
    expect(form.draft.step).toBe(2);
  });

  test("ask one question about a noise, and go by the answer", async () => {
    const { device, form } = await openForm();
    form.draft.words = "晚上噪音扰民睡不着";
    form.goOn();
    expect([form.draft.step, form.events.asking.value]).toEqual([1, true]);
    form.events.answer("夜间施工");
    expect(form.events.type.value?.code).toBe("020400");
    await fillIn(form, form.draft.words);
    await form.submit();
    expect(device.calls.at(-1)?.body).toMatchObject({
      typeCode: "020400",
      answers: { noiseSource: "夜间施工" },
    });
  });

  test("leave what nobody can name to the staff", async () => {
    const { form } = await openForm();
    form.draft.words = "有件事想说一下";
    expect(form.events.type.value?.code).toBe(OTHER_EVENT);
  });

  test("stop at a word of danger until the writer says there is none", async () => {
    const { form } = await openForm();
    form.draft.words = "楼道着火了快来人";
    expect(form.danger.value).toMatchObject({ number: "119" });
    form.goOn();
    expect(form.draft.step).toBe(1);
    form.calm();
    expect(form.danger.value).toBeNull();
    form.goOn();
    expect(form.draft.step).toBe(2);
  });
});

describe("nothing is lost", () => {
  test("by a reload: words, place, photos, choices and the id are there again", async () => {
    const first = await openForm();
    await first.form.photos.add();
    await fillIn(first.form);
    first.form.draft.contactConsent = true;
    await nextTick();
    const second = await openForm(undefined, first.device.storage);
    expect(second.form.draft).toEqual(first.form.draft);
    expect(second.form.continued.value).toBe(true);
    expect(second.form.picker.place.value.gridCode).toBe(GRID);
  });

  test("by a damaged draft: it starts anew", async () => {
    const { form } = await openForm(undefined, new Map([["report", "{half"]]));
    expect(form.draft).toMatchObject({ step: 1, words: "" });
    expect(form.continued.value).toBe(false);
  });

  test("by a refusal: the draft stays to be put right", async () => {
    const { form } = await openForm(serverOf(() => ({ status: 422, body: { code: "division.outside" } })));
    await fillIn(form);
    const { draftId } = form.draft;
    await form.submit();
    expect(form.error.value).toBe("division.outside");
    expect(form.draft).toMatchObject({ draftId, step: 3, words: "楼下垃圾桶满溢三天没清" });
  });

  test("by a lost network: it waits, and the next report has an id of its own", async () => {
    const { device, form } = await openForm();
    await fillIn(form);
    const { draftId } = form.draft;
    device.setOnline(false);
    await form.submit();
    expect(form.outcome.value).toEqual({ kind: "queued", waitsFor: "network" });
    expect(device.storage.get("outbox")).toContain(draftId);
    expect(form.draft.draftId).not.toBe(draftId);
    expect(form.draft.words).toBe("");
  });
});
