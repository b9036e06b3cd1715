import Taro, { useDidShow } from "@tarojs/taro";
import { watch } from "vue";
import { useAppearance } from "./appearanceStore.ts";
import { inWechat } from "./inWechat.ts";

/** What WeChat draws above a page: its title in the reader's language, its colours as the page's own. */
export function useFrame(title: () => string): void {
  const appearance = useAppearance();
  let shown = false;

  function draw(): void {
    void Taro.setNavigationBarTitle({ title: title() });
    if (!inWechat) return;
    const frontColor = appearance.isDark ? "#ffffff" : "#000000";
    const { surface: backgroundColor, ground } = appearance.palette;
    void Taro.setNavigationBarColor({ frontColor, backgroundColor });
    void Taro.setBackgroundColor({ backgroundColor: ground });
  }

  useDidShow(() => {
    shown = true;
    draw();
  });
  // A page below another one draws itself when it is shown again.
  watch([title, () => appearance.isDark], () => shown && draw());
}
