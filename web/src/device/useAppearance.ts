import { storeToRefs } from "pinia";
import { watchEffect } from "vue";
import { usePreferences } from "@gongzhi/shared/accounts/ui";

/** Writes language, appearance and size on the document, where the style sheets and screen readers find them. */
export function useAppearance(): void {
  const { locale, theme, elder } = storeToRefs(usePreferences());
  const { documentElement: html } = document;

  watchEffect(() => {
    html.lang = locale.value === "zh" ? "zh-CN" : "en";
    html.toggleAttribute("data-elder", elder.value);
    if (theme.value === "system") html.removeAttribute("data-theme");
    else html.setAttribute("data-theme", theme.value);
  });
}
