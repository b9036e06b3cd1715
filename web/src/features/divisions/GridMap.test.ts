// @vitest-environment happy-dom
import { flushPromises, mount } from "@vue/test-utils";
import { createPinia } from "pinia";
import type { App } from "vue";
import { describe, expect, test } from "vitest";
import type { Grid } from "@gongzhi/shared/divisions";
import type { Platform } from "@gongzhi/shared/platform";
import { providePlatform } from "@gongzhi/shared/platform/ui";
import GridMap from "./GridMap.vue";

const square = (code: string, lng: number): Grid => ({
  code,
  name: `${code}格`,
  communityCode: "c",
  households: 1,
  polygon: [
    [lng, 30],
    [lng + 0.01, 30],
    [lng + 0.01, 30.01],
    [lng, 30.01],
  ],
});
const grids = [square("west", 120), square("middle", 120.01), square("east", 120.02)];

const socket = { on: () => socket, off: () => socket };
const platform = { socket: () => socket, storage: { read: () => null } } as unknown as Platform;

function open(picked: string | null) {
  const screen = mount(GridMap, {
    props: { grids, label: "地图", modelValue: picked },
    global: { plugins: [createPinia(), { install: (app: App) => void providePlatform(app, platform) }] },
    attachTo: document.body,
  });
  const inTabOrder = () =>
    screen.findAll("[role=option][tabindex='0']").map((each) => each.attributes("data-code"));
  return { screen, inTabOrder };
}

describe("the map of the grids", () => {
  test.each([
    ["nothing is chosen", null, "west"],
    ["everything is chosen", "", "west"],
    ["a town is chosen, which is no grid", "990102001000", "west"],
    ["a grid is chosen", "east", "east"],
  ])("when %s, exactly one grid is in the tab order", (_, picked, expected) => {
    expect(open(picked).inTabOrder()).toEqual([expected]);
  });

  test("arrow keys move between grids, Enter chooses", async () => {
    const { screen, inTabOrder } = open(null);
    await screen.get("[data-code=west]").trigger("keydown", { key: "ArrowRight" });
    await flushPromises();
    expect(inTabOrder()).toEqual(["middle"]);
    expect(document.activeElement?.getAttribute("data-code")).toBe("middle");
    expect(screen.emitted("update:modelValue")).toBeUndefined();
    await screen.get("[data-code=middle]").trigger("keydown", { key: "Enter" });
    expect(screen.emitted("update:modelValue")).toEqual([["middle"]]);
  });
});
