import type { IconName } from "@gongzhi/shared/design";

/** The pages of the tab bar, in its order. */
export const tabs = [
  { page: "tabs/home/index", icon: "home", text: "首页", words: "nav.home", picture: "home" },
  { page: "tabs/report/index", icon: "plus", text: "上报", words: "mini.report", picture: "report" },
  { page: "tabs/cases/index", icon: "list", text: "办件", words: "mini.cases", picture: "cases" },
  { page: "tabs/me/index", icon: "person", text: "我的", words: "nav.mine", picture: "me" },
] as const satisfies readonly {
  page: string;
  icon: IconName;
  text: string;
  words: string;
  picture: string;
}[];

/** The name of a tab. */
export type Tab = (typeof tabs)[number]["picture"];

/** Where a tab is, as Taro wants it. */
export const tabUrl = (tab: Tab): string => `/tabs/${tab}/index`;
