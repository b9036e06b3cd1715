// @vitest-environment happy-dom
import { flushPromises, mount } from "@vue/test-utils";
import { createPinia } from "pinia";
import { describe, expect, test, vi } from "vitest";
import type { App } from "vue";
import {
  newCase,
  Report,
  seenBy,
  weekdayCalendar,
  type CaseMove,
  type CaseView,
} from "@gongzhi/shared/cases";
import type { MoveInput } from "@gongzhi/shared/cases/ui";
import type { AccountId, CaseId } from "@gongzhi/shared/core";
import type { Platform } from "@gongzhi/shared/platform";
import { providePlatform } from "@gongzhi/shared/platform/ui";
import type { EventType } from "@gongzhi/shared/taxonomy";
import WorkForm from "./WorkForm.vue";

const monday = new Date("2026-03-09T09:00:00+08:00");
const bins: EventType = {
  code: "010400",
  classCode: "01",
  nameZh: "垃圾箱满溢或破损",
  nameEn: "Overflowing or broken bin",
  aliases: [],
  platform: "ZF",
  dept: "HW",
  level: "G",
  priority: "P3",
  sla: { clock: "working", acceptH: 2, respondH: 4, resolveH: 16 },
  publicScope: "full",
  requiredFields: [],
  closeCriteria: "垃圾清除",
};
const report = Report.parse({
  draftId: "0b0e4c9e-6f0a-4a53-8a55-1f3b6a4f4f10",
  words: "楼下垃圾桶三天没清",
  typeCode: bins.code,
  place: { gridCode: "990102001001002", point: null, address: null },
  channel: "web",
});
const kase = seenBy({
  kase: newCase(report, {
    id: "a".repeat(24) as CaseId,
    caseNo: "SJ20260309000011",
    reporterId: "1".repeat(24) as AccountId,
    gridCode: "990102001001002",
    type: bins,
    now: monday,
    calendar: weekdayCalendar(),
  }),
  standings: ["gridWorker"],
  viewerId: null,
  now: monday,
  links: () => [],
  units: ["HW"],
  followed: false,
  followers: 0,
}) as CaseView;

/** A browser that remembers and is never asked for anything else here. */
function browser(): Platform {
  const kept = new Map<string, string>();
  const storage = {
    read: (key: string) => kept.get(key) ?? null,
    write: (key: string, value: string) => void kept.set(key, value),
    remove: (key: string) => void kept.delete(key),
  };
  const socket = { on: () => undefined, off: () => undefined, connected: false };
  return { kind: "web", storage, socket: () => socket, now: () => monday } as unknown as Platform;
}

function open(move: CaseMove) {
  const perform = vi.fn(async (_input: MoveInput) => true);
  const device = { install: (app: App) => void providePlatform(app, browser()) };
  const form = mount(WorkForm, {
    props: { kase, move, possible: true, perform, error: null },
    global: { plugins: [createPinia(), device] },
  });
  return { form, perform };
}

describe("the form of a step", () => {
  test("hands over what was written", async () => {
    const { form, perform } = open("askInfo");
    await form.find("textarea").setValue("是哪一个垃圾桶？");
    await form.find("form").trigger("submit");
    await flushPromises();
    expect(perform).toHaveBeenCalledWith({ move: "askInfo", text: "是哪一个垃圾桶？" });
  });

  test("says what is missing instead of sending", async () => {
    const { form, perform } = open("askInfo");
    await form.find("form").trigger("submit");
    expect(form.find("[role=alert]").text()).toContain("必填");
    expect(perform).not.toHaveBeenCalled();
  });

  test("warns of personal data in an answer everybody will read", async () => {
    const { form } = open("feedback");
    await form.find("textarea").setValue("已联系 13812345678 的住户");
    expect(form.text()).toContain("电话");
    expect(form.text()).toContain("公开前请去掉");
  });

  test("keeps what was written when somebody else has made the step impossible", async () => {
    const { form } = open("askInfo");
    await form.find("textarea").setValue("是哪一个垃圾桶？");
    await form.setProps({ possible: false });
    expect(form.find("[role=alert]").text()).toContain("是哪一个垃圾桶？");
    expect(form.find("form").exists()).toBe(false);
  });
});
