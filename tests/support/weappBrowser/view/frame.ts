import type { Frame, TabBar, ToLogic } from "../protocol.ts";
import { urlOf } from "./builtins/pictures.ts";

const tell = (message: ToLogic): void => void window.toLogic(message);
const find = (selector: string): HTMLElement => document.querySelector<HTMLElement>(selector)!;

/** The frame WeChat draws around a page: navigation bar above, tab bar below. */
export function drawFrame(frame: Frame, tabBar: TabBar | null): void {
  const phone = find("#frame");
  phone.classList.toggle("custom", frame.custom);
  phone.classList.toggle("tabbed", tabBar !== null);
  const bar = find("#frame-bar");
  bar.style.background = frame.barColor;
  bar.style.color = frame.barInk;
  bar.dataset.ink = frame.barInk;
  find("#frame-title").textContent = frame.title;
  find("#frame-back").hidden = !frame.back;
  find("#frame-back").onclick = () => tell({ kind: "back" });

  const tabs = find("#frame-tabs");
  tabs.replaceChildren();
  if (!tabBar) return;
  tabs.style.background = tabBar.background;
  tabs.style.borderTopColor = tabBar.edge === "white" ? "rgba(255, 255, 255, 0.2)" : "rgba(0, 0, 0, 0.12)";
  tabBar.tabs.forEach(({ text, icon, chosenIcon, badge }, index) => {
    const isChosen = index === frame.tab;
    const tab = document.createElement("button");
    tab.className = "tab";
    tab.style.color = isChosen ? tabBar.chosen : tabBar.color;
    const source = isChosen ? chosenIcon : icon;
    if (source) {
      const picture = document.createElement("img");
      picture.src = urlOf(source, "");
      picture.alt = "";
      tab.append(picture);
    }
    tab.append(text);
    if (badge !== null) {
      const mark = document.createElement("span");
      mark.className = "badge-of-tab";
      mark.textContent = badge;
      tab.append(mark);
    }
    tab.onclick = () => tell({ kind: "tab", text });
    tabs.append(tab);
  });
}
