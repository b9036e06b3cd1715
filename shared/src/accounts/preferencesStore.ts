import { defineStore } from "pinia";
import { ref, watch } from "vue";
import { usePlatform } from "../platform/services.ts";
import { Locale } from "./model.ts";

/** Light and dark, or whatever the system is. */
export type Theme = "system" | "light" | "dark";

const KEY = "preferences";

/** How this device likes to be shown the app: language, elder mode (长辈版), appearance. Kept on the device only. */
export const usePreferences = defineStore("preferences", () => {
  const { storage, largeType = false } = usePlatform().platform;
  const kept = read(storage.read(KEY), largeType);
  const locale = ref<Locale>(kept.locale);
  const elder = ref(kept.elder);
  const theme = ref<Theme>(kept.theme);

  watch([locale, elder, theme], () =>
    storage.write(KEY, JSON.stringify({ locale: locale.value, elder: elder.value, theme: theme.value })),
  );

  return { locale, elder, theme };
});

/** What was kept, and the defaults for whatever is missing or damaged. */
function read(text: string | null, largeType: boolean): { locale: Locale; elder: boolean; theme: Theme } {
  let kept: Record<string, unknown> = {};
  try {
    kept = (JSON.parse(text ?? "{}") ?? {}) as Record<string, unknown>;
  } catch {
    // Damaged preferences are no reason not to start.
  }
  const locale = Locale.safeParse(kept["locale"]);
  return {
    locale: locale.success ? locale.data : "zh",
    elder: typeof kept["elder"] === "boolean" ? kept["elder"] : largeType,
    theme: kept["theme"] === "light" || kept["theme"] === "dark" ? kept["theme"] : "system",
  };
}
