import { readFileSync } from "node:fs";
import path from "node:path";
import { WebSocket } from "ws";
import { readUrl, type AppJson } from "./appJson.ts";
import type { Host, SocketLike } from "./host.ts";
import { WeappPage } from "./page.ts";
import { PageStack } from "./pageStack.ts";
import type { Phone } from "./phone.ts";
import { Realm, type Config } from "./realm.ts";
import { selectorApis } from "./selectors.ts";
import type { View } from "./view.ts";
import { fakeWx } from "./wx/index.ts";

/** What a running app tells whoever started it. */
export interface Ears {
  complain(what: unknown): void;
  print(level: string, words: readonly unknown[]): void;
}

const consoleOf = (print: Ears["print"]) =>
  Object.fromEntries(
    ["log", "info", "debug", "warn", "error"].map((level) => [
      level,
      (...words: unknown[]) => print(level, words),
    ]),
  );

/** The files of the components a page names in its JSON. */
function componentsOf(dist: string, route: string): string[] {
  const text = readFileSync(path.join(dist, `${route}.json`), "utf8");
  const { usingComponents = {} } = JSON.parse(text) as { usingComponents?: Record<string, string> };
  return Object.values(usingComponents).map((file) => path.posix.join(path.posix.dirname(route), file));
}

const REFERER = "https://servicewechat.com/touristappid/devtools/page-frame.html";

/** One run of the app, from its launch to its end. */
export class RunningApp {
  readonly pages: PageStack<WeappPage>;
  readonly realm: Realm;
  readonly wx: Record<string, unknown>;
  /** What was registered by App(). */
  app: Config = {};
  readonly #phone: Phone;
  readonly #view: View;
  readonly #pageConfigs = new Map<string, Config>();

  #launchedAt: { path: string; query: Record<string, string> } = { path: "", query: {} };

  constructor(dist: string, appJson: AppJson, phone: Phone, ears: Ears, view: View) {
    this.#phone = phone;
    this.#view = view;
    const host: Host = {
      fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, referer: REFERER } }),
      socket: (url, protocols, header) =>
        new WebSocket(url, protocols, { headers: header }) as unknown as SocketLike,
      give: (value) => this.realm.give(value),
      guard: (work) => this.realm.guard(work),
      later: (work, ms) => void this.realm.later(work, ms),
    };
    const selectors = selectorApis(host, (asked) => view.measure(asked));
    this.pages = new PageStack(appJson, (route, options) => {
      for (const file of [...componentsOf(dist, route), route]) this.realm.require(file);
      const config = this.#pageConfigs.get(route);
      if (!config) throw new Error(`${route}.js does not call Page()`);
      return new WeappPage(this.realm, config, { route, options }, selectors, view);
    });
    this.wx = fakeWx({ host, phone }, appJson, this.pages, () => this.#launchedAt, selectors);
    this.pages.onTurn = (page) => view.turned(page);
    phone.onCall = (call) => view.called(call);
    this.realm = new Realm(
      dist,
      {
        wx: this.wx,
        console: consoleOf((level, words) => ears.print(level, words)),
        App: (config) => void (this.app = config),
        Page: (route, config) => void this.#pageConfigs.set(route, config),
        Component: () => {},
        getApp: () => this.app,
        getCurrentPages: () => this.pages.all.map(({ instance }) => instance),
      },
      (error) => ears.complain(error),
    );
  }

  /** Starts the app on a page, as a tap on its icon or on a shared card does. */
  launch(url: string): void {
    const { route, options } = readUrl(url);
    this.#launchedAt = { path: route, query: options };
    this.realm.require("app");
    this.callApp("onLaunch");
    this.callApp("onShow");
    this.pages.reLaunch(`/${url}`);
  }

  callApp(hook: string): void {
    const work = this.app[hook];
    if (typeof work !== "function") return;
    const detail = this.realm.give({ ...this.#launchedAt, scene: 1001, shareTicket: "", referrerInfo: {} });
    this.realm.guard(() => void (work as (detail: unknown) => void).call(this.app, detail));
  }

  /** Ends it as a phone does: without a word to the app. */
  end(): void {
    this.realm.close();
    this.#phone.endApp();
    this.#view.ended();
  }
}
