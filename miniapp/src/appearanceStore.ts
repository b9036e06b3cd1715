import Taro from "@tarojs/taro";
import { defineStore } from "pinia";
import { computed, ref } from "vue";
import { usePreferences } from "@gongzhi/shared/accounts/ui";
import { dark, light } from "@gongzhi/shared/design";

/** Whether everything is dark: as its reader chose, or as the phone is. */
export const useAppearance = defineStore("appearance", () => {
  const preferences = usePreferences();
  const system = ref(Taro.getAppBaseInfo().theme ?? "light");
  Taro.onThemeChange(({ theme }) => (system.value = theme));

  const isDark = computed(
    () => (preferences.theme === "system" ? system.value : preferences.theme) === "dark",
  );
  return {
    isDark,
    /** The colours for what WeChat draws itself: the bars above and below a page. */
    palette: computed(() => (isDark.value ? dark : light)),
  };
});
