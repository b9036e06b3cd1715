import { pages as cases } from "./features/cases/pages.ts";

// Only WeChat reads theme.json; the H5 build takes the light values and follows the system by CSS.
const inWechat = process.env.TARO_ENV === "weapp";
const themed = (name: string, light: string): string => (inWechat ? `@${name}` : light);
const icon = (name: string) => ({
  iconPath: themed(`${name}Icon`, `assets/tab/${name}-light.png`),
  selectedIconPath: themed(`${name}Chosen`, `assets/tab/${name}-light-chosen.png`),
});

export default defineAppConfig({
  pages: ["tabs/home/index", "tabs/me/index"],
  subPackages: [cases],
  lazyCodeLoading: "requiredComponents",
  darkmode: true,
  themeLocation: "theme.json",
  window: {
    navigationBarTitleText: "共治",
    navigationBarBackgroundColor: themed("bar", "#ffffff"),
    navigationBarTextStyle: themed("barText", "black") as "black",
    backgroundColor: themed("page", "#f4f6f5"),
    backgroundTextStyle: "dark",
  },
  tabBar: {
    color: themed("tabText", "#5d6966"),
    selectedColor: themed("tabChosen", "#0f6b5c"),
    backgroundColor: themed("bar", "#ffffff"),
    borderStyle: themed("tabEdge", "black") as "black",
    list: [
      { pagePath: "tabs/home/index", text: "首页", ...icon("home") },
      { pagePath: "tabs/me/index", text: "我的", ...icon("me") },
    ],
  },
});
