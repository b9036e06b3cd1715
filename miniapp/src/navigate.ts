import Taro from "@tarojs/taro";
import { tabUrl, type Tab } from "./tabs/tabs.ts";

/** Opens a page above this one; WeChat keeps ten, after that the page on top gives way. */
export const goTo = (url: string): void =>
  void Taro.navigateTo({ url }).catch(() => Taro.redirectTo({ url }));

export const goToTab = (tab: Tab): void => void Taro.switchTab({ url: tabUrl(tab) });

/** Back to where one came from; to a tab where a shared card opened the app on this page. */
export function goBack(otherwise: Tab = "home"): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else goToTab(otherwise);
}
