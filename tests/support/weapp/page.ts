import type { PageHandle } from "./pageStack.ts";
import type { Config, Realm } from "./realm.ts";
import { applyData } from "./setData.ts";
import type { View } from "./view.ts";

/** What crosses between logic and screen crosses as JSON. */
const asJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

type Hook = (this: unknown, detail?: unknown) => unknown;
let made = 0;

/** A loaded page: its instance on the logic side and its data on the screen's side. */
export class WeappPage implements PageHandle {
  readonly id = ++made;
  readonly route: string;
  readonly options: Readonly<Record<string, string>>;
  /** What getCurrentPages() hands out and hooks are called on. */
  readonly instance: Config;
  /** What the screen shows. */
  readonly shown: Record<string, unknown>;

  /** The names a template can bind events to. */
  readonly handlers: string[];

  readonly #realm: Realm;
  readonly #view: View;

  constructor(
    realm: Realm,
    config: Config,
    at: { route: string; options: Record<string, string> },
    selectors: Config,
    view: View,
  ) {
    this.#realm = realm;
    this.#view = view;
    this.route = at.route;
    this.options = at.options;
    this.handlers = Object.keys(config).filter((name) => typeof config[name] === "function");
    this.shown = asJson((config.data ?? {}) as Record<string, unknown>);
    const { route } = at;
    this.instance = {
      ...config,
      ...selectors,
      ...{ route, is: route, __route__: route, options: realm.give(at.options) },
      data: realm.give(this.shown),
      setData: (changes: Record<string, unknown>, done?: () => void) => {
        const crossed = asJson(changes);
        applyData(this.shown, crossed);
        applyData(this.instance.data as Record<string, unknown>, realm.give(crossed));
        view.dataSent(this, crossed);
        if (done) realm.later(() => done.call(this.instance));
      },
      selectComponent: () => null,
      selectAllComponents: () => [],
      getTabBar: () => null,
      getOpenerEventChannel: () => ({ on() {}, once() {}, off() {}, emit() {} }),
    };
    view.opened(this);
  }

  call(hook: string, detail?: unknown): void {
    const work = this.instance[hook];
    if (typeof work !== "function") return;
    const run = () => void (work as Hook).call(this.instance, this.#realm.give(detail));
    // The page is ready only after it has been drawn.
    if (hook === "onReady") this.#realm.later(run);
    else this.#realm.guard(run);
  }

  remove(): void {
    this.#view.removed(this);
  }
}
