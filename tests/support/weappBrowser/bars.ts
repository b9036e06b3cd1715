import type { Call } from "../weapp/phone.ts";
import type { Frame, TabBar } from "./protocol.ts";

type Text = string | undefined;
interface Item {
  text?: Text;
  iconPath?: Text;
  selectedIconPath?: Text;
}
interface Style {
  color?: Text;
  selectedColor?: Text;
  backgroundColor?: Text;
  borderStyle?: Text;
}
interface Colours {
  frontColor?: Text;
  backgroundColor?: Text;
}

/** What an app changed about the bars WeChat draws around its pages, since it was started. */
export class Bars {
  #hidden = false;
  #style: Style = {};
  readonly #items = new Map<number, Item>();
  readonly #badges = new Map<number, string>();
  readonly #colours = new Map<number, Colours>();
  readonly #titles = new Map<number, string>();

  /** Takes a call of `wx` into account; whether it changed a bar. */
  hear({ api, options }: Call, page: number): boolean {
    const index = Number(options.index);
    if (api === "setNavigationBarTitle") this.#titles.set(page, String(options.title));
    else if (api === "hideTabBar" || api === "showTabBar") this.#hidden = api === "hideTabBar";
    else if (api === "setTabBarStyle") this.#style = { ...this.#style, ...options };
    else if (api === "setTabBarItem") this.#items.set(index, { ...this.#items.get(index), ...options });
    else if (api === "setTabBarBadge") this.#badges.set(index, String(options.text));
    else if (api === "removeTabBarBadge") this.#badges.delete(index);
    else if (api === "setNavigationBarColor") this.#colours.set(page, options);
    else return false;
    return true;
  }

  /** The bars as they are now, from what app.json says of them. */
  dress(frame: Frame, tabBar: TabBar | null, page: number): { frame: Frame; tabBar: TabBar | null } {
    const { frontColor, backgroundColor } = this.#colours.get(page) ?? {};
    return {
      frame: {
        ...frame,
        title: this.#titles.get(page) ?? frame.title,
        barColor: backgroundColor ?? frame.barColor,
        barInk: frontColor ? (frontColor === "#ffffff" ? "white" : "black") : frame.barInk,
      },
      tabBar: tabBar && !this.#hidden ? this.#tabs(tabBar) : null,
    };
  }

  #tabs(bar: TabBar): TabBar {
    const { color, selectedColor, backgroundColor, borderStyle } = this.#style;
    return {
      color: color ?? bar.color,
      chosen: selectedColor ?? bar.chosen,
      background: backgroundColor ?? bar.background,
      edge: borderStyle ?? bar.edge,
      tabs: bar.tabs.map((tab, index) => {
        const { text, iconPath, selectedIconPath } = this.#items.get(index) ?? {};
        return {
          text: text ?? tab.text,
          icon: iconPath ?? tab.icon,
          chosenIcon: selectedIconPath ?? tab.chosenIcon,
          badge: this.#badges.get(index) ?? null,
        };
      }),
    };
  }
}
