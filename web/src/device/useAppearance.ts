import { storeToRefs } from "pinia";
import { watchEffect } from "vue";
import { useRoute } from "vue-router";
import { usePreferences } from "@gongzhi/shared/accounts/ui";
import { useWords } from "@gongzhi/shared/i18n/ui";

/** Writes language, appearance, size and title on the document, where style sheets and screen readers find them. */
export function useAppearance(): void {
  const { locale, theme, elder } = storeToRefs(usePreferences());
  const { t } = useWords();
  const route = useRoute();
  const { documentElement: html } = document;

  watchEffect(() => {
    html.lang = locale.value === "zh" ? "zh-CN" : "en";
    html.toggleAttribute("data-elder", elder.value);
    if (theme.value === "system") html.removeAttribute("data-theme");
    else html.setAttribute("data-theme", theme.value);
  });
  watchEffect(() => {
    const { title } = route.meta;
    document.title = title ? `${t(title)} · ${t("app.name")}` : t("app.name");
  });
}
