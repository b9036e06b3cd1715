import type { Asked, Rect } from "../../weapp/view.ts";
import type { ToScreen } from "../protocol.ts";
import { ask, calm, toast } from "./dialogs.ts";
import { drawFrame } from "./frame.ts";
import { Pages } from "./pages.ts";

const pages = new Pages(document.querySelector<HTMLElement>("#frame-pages")!);

window.receive = (message: ToScreen): void => {
  if (message.kind === "open") pages.open(message.page, message.route, message.data, message.handlers);
  else if (message.kind === "data") pages.change(message.page, message.changes);
  else if (message.kind === "remove") pages.remove(message.page);
  else if (message.kind === "clear") pages.clear();
  else if (message.kind === "toast") toast(message.text, message.icon, message.ms);
  else if (message.kind === "calm") calm();
  else if (message.kind === "scrollTo") pages.top?.firstElementChild?.scrollTo({ top: message.top });
  else {
    drawFrame(message.frame, message.tabBar);
    pages.turn(message.page, message.frame.behind);
  }
};

window.ask = ask;

window.measure = (asked: readonly Asked[]) =>
  asked.map(({ selector, all }) => {
    const { top } = pages;
    if (!top) return all ? [] : null;
    const found = selector === "page" ? [top] : [...top.querySelectorAll<HTMLElement>(selector)];
    const rects = found.map((element) => rectOf(element, top));
    return all ? rects : (rects[0] ?? null);
  });

/** Where an element is, counted from the top left of its page. */
function rectOf(element: HTMLElement, webview: HTMLElement): Rect {
  const from = webview.getBoundingClientRect();
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  const { scrollTop, scrollLeft, id } =
    element === webview ? (webview.firstElementChild as HTMLElement) : element;
  const place = {
    left: left - from.left,
    top: top - from.top,
    right: right - from.left,
    bottom: bottom - from.top,
  };
  return { id, ...place, width, height, scrollTop, scrollLeft };
}

window.addEventListener("error", ({ message }) => void window.toLogic({ kind: "problem", text: message }));
