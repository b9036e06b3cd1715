import type { ToLogic } from "../protocol.ts";
import { Stage, type Instance } from "./stage.ts";

/** WeChat tells a page it reached the bottom 50 px before the end. */
const NEAR_BOTTOM = 50;

interface Shown {
  readonly webview: HTMLElement;
  readonly style: HTMLStyleElement;
  readonly instance: Instance;
  readonly release: () => void;
}

const tell = (message: ToLogic): void => void window.toLogic(message);

/** The pages on the screen, one above the other, the top one visible. */
export class Pages {
  readonly #stage = new Stage();
  readonly #shown = new Map<number, Shown>();
  readonly #registered = new Set<string>();
  readonly #place: HTMLElement;
  #top = 0;

  constructor(place: HTMLElement) {
    this.#place = place;
    addStyle("app");
  }

  open(
    page: number,
    route: string,
    data: Readonly<Record<string, unknown>>,
    handlers: readonly string[],
  ): void {
    this.#register(route, data, handlers);
    const webview = document.createElement("div");
    webview.className = "webview";
    webview.dataset.route = route;
    const scroller = document.createElement("div");
    scroller.className = "scroller";
    webview.append(scroller);
    this.#place.append(webview);
    const { instance, release } = this.#stage.mount(route, scroller);
    this.#shown.set(page, { webview, style: addStyle(route), instance, release });
    this.#tellScroll(page, scroller);
  }

  change(page: number, changes: Readonly<Record<string, unknown>>): void {
    this.#shown.get(page)?.instance.setData(changes);
  }

  turn(page: number, behind: string): void {
    this.#top = page;
    for (const [id, { webview, style }] of this.#shown) {
      webview.classList.toggle("on-top", id === page);
      style.media = id === page ? "all" : "not all";
    }
    const top = this.top;
    if (!top) return;
    top.style.background = behind;
    top.style.setProperty("--vh", `${top.clientHeight / 100}px`);
  }

  remove(page: number): void {
    const shown = this.#shown.get(page);
    if (!shown) return;
    shown.release();
    shown.webview.remove();
    shown.style.remove();
    this.#shown.delete(page);
  }

  clear(): void {
    for (const page of [...this.#shown.keys()]) this.remove(page);
  }

  /** The webview on top. */
  get top(): HTMLElement | null {
    return this.#shown.get(this.#top)?.webview ?? null;
  }

  #register(route: string, data: Readonly<Record<string, unknown>>, handlers: readonly string[]): void {
    if (this.#registered.has(route)) return;
    this.#registered.add(route);
    const send = (handler: string) => (event: ShownEvent) =>
      tell({ kind: "event", page: this.#top, handler, event: plain(event) });
    const methods = Object.fromEntries(handlers.map((handler) => [handler, send(handler)]));
    this.#stage.code
      .component(route)
      .definition({ data: { ...data }, methods })
      .register();
    // Taro's own component, in which it goes on where a template cannot nest deeper.
    if (this.#registered.has("comp") || !("comp" in window.screenPackage.configs)) return;
    this.#registered.add("comp");
    const properties = { i: { type: Object, value: {} }, l: { type: String, value: "" } };
    const options = { virtualHost: true };
    this.#stage.code.component("comp").definition({ properties, options, methods }).register();
  }

  #tellScroll(page: number, scroller: HTMLElement): void {
    let wasLow = false;
    scroller.addEventListener("scroll", () => {
      const { scrollTop, scrollHeight, clientHeight } = scroller;
      tell({ kind: "scroll", page, top: scrollTop });
      const isLow = scrollHeight - scrollTop - clientHeight <= NEAR_BOTTOM;
      if (isLow && !wasLow) tell({ kind: "bottom", page });
      wasLow = isLow;
    });
  }
}

function addStyle(path: string): HTMLStyleElement {
  const style = document.createElement("style");
  style.textContent = window.screenPackage.styles[path] ?? "";
  document.head.append(style);
  return style;
}

interface ShownTarget {
  readonly id?: string;
  readonly dataset?: object | null;
}
interface ShownEvent {
  readonly type: string;
  readonly timeStamp: number;
  readonly detail: unknown;
  readonly target: ShownTarget;
  readonly currentTarget: ShownTarget;
}

/** An event as it crosses to the logic side. */
const plain = ({ type, timeStamp, detail, target, currentTarget }: ShownEvent) => ({
  ...{ type, timeStamp, target: plainTarget(target), currentTarget: plainTarget(currentTarget) },
  ...{ detail: plainDetail(detail), touches: [], changedTouches: [], mark: {} },
});

const plainTarget = ({ id, dataset }: ShownTarget) => ({
  ...{ id: id ?? "", dataset: { ...dataset }, offsetLeft: 0, offsetTop: 0 },
});

/** A browser's own events carry nodes, which do not cross. */
function plainDetail(detail: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(detail ?? {}));
  } catch {
    return {};
  }
}
