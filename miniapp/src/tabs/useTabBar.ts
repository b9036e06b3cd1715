import Taro, { useDidHide, useDidShow } from "@tarojs/taro";
import { computed, watch } from "vue";
import { useMeStore, usePreferences } from "@gongzhi/shared/accounts/ui";
import { useWords } from "@gongzhi/shared/i18n/ui";
import { useAppearance } from "../appearanceStore.ts";
import { inWechat } from "../inWechat.ts";
import { tabs } from "./tabs.ts";
import { useWaiting } from "./waitingStore.ts";

const MOST = 99;
/** WeChat refuses while a page without a tab bar is being shown; the next tab shown draws it anyway. */
const quietly = (drawn: Promise<unknown>) => void drawn.catch(() => undefined);

/** The words of the tabs: the third one is a worker's to-do list. */
export function useTabWords() {
  const { t } = useWords();
  const me = useMeStore();
  return computed(() =>
    tabs.map(({ words }) => t(words === "mini.cases" && me.isWorker ? "nav.queue" : words)),
  );
}

/**
 * The tab bar WeChat draws, in the reader's language and appearance, with how much is waiting. Its letters cannot be
 * enlarged, so the large view hides it and the page shows its own.
 */
export function useTabBar(): void {
  const words = useTabWords();
  const preferences = usePreferences();
  const appearance = useAppearance();
  const waiting = useWaiting();
  let shown = false;

  function draw(): void {
    if (preferences.elder) return quietly(Taro.hideTabBar({ animation: false }));
    const { inkSoft: color, primary: selectedColor, surface: backgroundColor } = appearance.palette;
    const mode = appearance.isDark ? "dark" : "light";
    quietly(Taro.showTabBar({ animation: false }));
    quietly(
      Taro.setTabBarStyle({
        color,
        selectedColor,
        backgroundColor,
        borderStyle: appearance.isDark ? "white" : "black",
      }),
    );
    tabs.forEach(({ picture }, index) =>
      quietly(
        Taro.setTabBarItem({
          index,
          text: words.value[index] ?? "",
          // On H5 the pictures have other names, and one set for both appearances.
          ...(inWechat && {
            iconPath: `assets/tab/${picture}-${mode}.png`,
            selectedIconPath: `assets/tab/${picture}-${mode}-chosen.png`,
          }),
        }),
      ),
    );
    const index = tabs.findIndex(({ picture }) => picture === "cases");
    const { count } = waiting;
    quietly(
      count > 0
        ? Taro.setTabBarBadge({ index, text: count > MOST ? `${MOST}+` : String(count) })
        : Taro.removeTabBarBadge({ index }),
    );
  }

  useDidShow(() => {
    shown = true;
    draw();
  });
  useDidHide(() => (shown = false));
  watch(
    [words, () => preferences.elder, () => appearance.isDark, () => waiting.count],
    () => shown && draw(),
  );
}
