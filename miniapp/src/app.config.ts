import { pages as accounts } from "./features/accounts/pages.ts";
import { portal, workbench } from "./features/cases/pages.ts";
import { tabs } from "./tabs/tabs.ts";

// Only WeChat reads theme.json; the H5 build takes the light values and draws itself dark.
const inWechat = process.env.TARO_ENV === "weapp";
const themed = (name: string, light: string): string => (inWechat ? `@${name}` : light);
const icon = (name: string) => ({
  iconPath: themed(`${name}Icon`, `assets/tab/${name}-light.png`),
  selectedIconPath: themed(`${name}Chosen`, `assets/tab/${name}-light-chosen.png`),
});

export default defineAppConfig({
  pages: tabs.map(({ page }) => page),
  subPackages: [portal, workbench, accounts],
  preloadRule: {
    "tabs/home/index": { network: "all", packages: [portal.root] },
    "tabs/report/index": { network: "all", packages: [accounts.root] },
    "tabs/cases/index": { network: "all", packages: [workbench.root] },
  },
  lazyCodeLoading: "requiredComponents",
  darkmode: true,
  themeLocation: "theme.json",
  window: {
    navigationBarTitleText: "共治",
    navigationBarBackgroundColor: themed("bar", "#ffffff"),
    navigationBarTextStyle: themed("barText", "black") as "black",
    backgroundColor: themed("page", "#f7f4ec"),
    backgroundTextStyle: themed("pull", "dark") as "dark",
  },
  tabBar: {
    color: themed("tabText", "#52605a"),
    selectedColor: themed("tabChosen", "#0f6b5c"),
    backgroundColor: themed("bar", "#ffffff"),
    borderStyle: themed("tabEdge", "black") as "black",
    list: tabs.map(({ page, text, picture }) => ({ pagePath: page, text, ...icon(picture) })),
  },
  // WeChat wants to know in advance what is asked of people, and why.
  requiredPrivateInfos: ["getLocation"],
  permission: { "scope.userLocation": { desc: "上报时找到您所在的网格" } },
  ...{ __usePrivacyCheck__: true },
});
