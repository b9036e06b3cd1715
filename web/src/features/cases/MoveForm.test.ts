// @vitest-environment happy-dom
import { flushPromises, mount } from "@vue/test-utils";
import { createPinia } from "pinia";
import type { App } from "vue";
import { describe, expect, test } from "vitest";
import type { CaseMove, CaseView } from "@gongzhi/shared/cases";
import type { MoveInput } from "@gongzhi/shared/cases/ui";
import type { Platform } from "@gongzhi/shared/platform";
import { providePlatform } from "@gongzhi/shared/platform/ui";
import { say } from "@gongzhi/shared/i18n";
import MoveForm from "./MoveForm.vue";

const kase = {
  id: "a".repeat(24),
  revision: 3,
  status: "FEEDBACK",
  typeCode: "010400",
  evidenceNeeded: true,
} as unknown as CaseView;

/** A device with a memory and nothing else. */
function device(memory = new Map<string, string>()) {
  const socket = { on: () => socket, off: () => socket };
  const platform = {
    socket: () => socket,
    storage: {
      read: (key: string) => memory.get(key) ?? null,
      write: (key: string, value: string) => void memory.set(key, value),
      remove: (key: string) => void memory.delete(key),
    },
    photos: { drop: async () => undefined },
    now: () => new Date(),
  } as unknown as Platform;
  return { install: (app: App) => void providePlatform(app, platform) };
}

function open(move: CaseMove, { memory = new Map<string, string>(), succeeds = true } = {}) {
  const made: MoveInput[] = [];
  const perform = async (input: MoveInput) => {
    made.push(input);
    return succeeds;
  };
  const screen = mount(MoveForm, {
    props: { kase, move, perform },
    global: { plugins: [createPinia(), device(memory)] },
    attachTo: document.body,
  });
  const press = async (text: string) => {
    await screen
      .findAll("button")
      .find((button) => button.text() === text)!
      .trigger("click");
    await flushPromises();
  };
  return { screen, made, press, memory };
}

describe("the form of a move", () => {
  test("with nothing to fill in and nothing to weigh, one press makes the move", async () => {
    const { made, press } = open("sign");
    await press(say("zh", "case.move.sign"));
    expect(made).toEqual([{ move: "sign" }]);
  });

  test("says what follows before a move of weight is made", async () => {
    const { screen, made, press } = open("confirm");
    await press(say("zh", "case.move.confirm"));
    expect(made).toEqual([]);
    expect(screen.text()).toContain(say("zh", "case.sure.confirm"));
    await screen.get("form").trigger("submit");
    await flushPromises();
    expect(made).toEqual([{ move: "confirm" }]);
  });

  test("names what is missing instead of sending it", async () => {
    const { screen, made, press } = open("dispute");
    await press(say("zh", "case.move.dispute"));
    await screen.get("form").trigger("submit");
    expect(screen.get("form").text()).toContain(say("zh", "error.case.move_incomplete"));
    await screen.get("textarea").setValue("还在漏水");
    await screen.get("form").trigger("submit");
    await flushPromises();
    expect(made).toEqual([{ move: "dispute", text: "还在漏水" }]);
  });

  test("asks for a photo where the closing condition does", async () => {
    const { screen, made, press } = open("feedback");
    await press(say("zh", "case.move.feedback"));
    await screen.get("input[type=radio]").setValue();
    await screen.get("textarea").setValue("已经修好");
    await screen.get("form").trigger("submit");
    expect(screen.get("form").text()).toContain(say("zh", "error.case.evidence_needed"));
    expect(made).toEqual([]);
  });

  test("keeps what was written when it is closed, refused or reloaded", async () => {
    const { screen, press, memory } = open("dispute", { succeeds: false });
    await press(say("zh", "case.move.dispute"));
    await screen.get("textarea").setValue("还在漏水");
    await screen.get("form").trigger("submit");
    await flushPromises();
    expect(screen.get("textarea").element.value).toBe("还在漏水");
    await press(say("zh", "common.cancel"));
    const again = open("dispute", { memory });
    await again.press(say("zh", "case.move.dispute"));
    expect(again.screen.get("textarea").element.value).toBe("还在漏水");
  });

  test("warns of personal data in what everybody will read", async () => {
    const { screen, press } = open("feedback");
    await press(say("zh", "case.move.feedback"));
    await screen.get("textarea").setValue("请打 13800138000 找我");
    expect(screen.text()).toContain(say("zh", "case.personal.phone"));
  });
});
