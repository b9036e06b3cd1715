import { readFileSync } from "node:fs";
import path from "node:path";
import { tabRoutesOf, type AppJson, type WindowJson } from "../weapp/appJson.ts";
import type { Frame, TabBar } from "./protocol.ts";
import { readTheme } from "./screenPackage.ts";

type Theme = "light" | "dark";

/** Resolves `@name` by the package's theme.json. */
const resolver = (dist: string, theme: Theme) => {
  const names = readTheme(dist, theme);
  return (value: string | undefined, otherwise: string): string =>
    value?.startsWith("@") ? (names[value.slice(1)] ?? otherwise) : (value ?? otherwise);
};

/** The frame WeChat draws around a page. */
export function frameOf(
  dist: string,
  appJson: AppJson,
  theme: Theme,
  route: string,
  isFirst: boolean,
): Frame {
  const own = JSON.parse(readFileSync(path.join(dist, `${route}.json`), "utf8")) as WindowJson;
  const { navigationStyle, navigationBarTitleText, ...look } = { ...appJson.window, ...own };
  const value = resolver(dist, theme);
  const tab = appJson.tabBar?.list.findIndex(({ pagePath }) => pagePath === route) ?? -1;
  return {
    title: navigationBarTitleText ?? "",
    barColor: value(look.navigationBarBackgroundColor, "#000000"),
    barInk: value(look.navigationBarTextStyle, "white") as Frame["barInk"],
    custom: navigationStyle === "custom",
    behind: theme === "dark" ? "#191919" : "#ffffff",
    back: !isFirst && !tabRoutesOf(appJson).includes(route),
    tab: tab < 0 ? null : tab,
  };
}

/** The tab bar in one theme's colours. */
export function tabBarOf(dist: string, { tabBar }: AppJson, theme: Theme): TabBar | null {
  if (!tabBar) return null;
  const value = resolver(dist, theme);
  return {
    color: value(tabBar.color, "#999999"),
    chosen: value(tabBar.selectedColor, "#07c160"),
    background: value(tabBar.backgroundColor, "#ffffff"),
    edge: value(tabBar.borderStyle, "black"),
    tabs: tabBar.list.map(({ text, iconPath, selectedIconPath }) => ({
      text,
      icon: value(iconPath, ""),
      chosenIcon: value(selectedIconPath, ""),
      badge: null,
    })),
  };
}
