import { defineStore } from "pinia";
import { ref, watch } from "vue";
import { usePlatform } from "@gongzhi/shared/platform/ui";

const KEY = "workbench.keys";

/**
 * Whether single letters do something on this device. Who dictates, or types by accident, switches them off
 * (WCAG 2.1, 2.1.4 Character Key Shortcuts); the arrows go on working inside the list.
 */
export const useLetterKeys = defineStore("letterKeys", () => {
  const { storage } = usePlatform().platform;
  const on = ref(storage.read(KEY) !== "off");
  watch(on, (wanted) => storage.write(KEY, wanted ? "on" : "off"));
  return { on };
});
