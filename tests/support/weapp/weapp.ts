import { readFileSync } from "node:fs";
import path from "node:path";
import { readUrl, type AppJson } from "./appJson.ts";
import { handlersOf } from "./dispatch.ts";
import type { WeappPage } from "./page.ts";
import { API_BASE_KEY, Phone, type Call } from "./phone.ts";
import { RunningApp } from "./runningApp.ts";
import { findByText, Screen, type Found } from "./screen.ts";
import { until } from "./until.ts";
import { noView, type DataSent, type View } from "./view.ts";
import { Templates, type WxNode } from "./wxml.ts";

export interface WeappOptions {
  /** The folder `taro build` wrote. */
  readonly dist: string;
  /** The server this app talks to, instead of the one it was built for. */
  readonly apiBase?: string;
  readonly phone?: Phone;
  /** Draws what happens, beside the templates the questions below are answered from. */
  readonly view?: View;
}

/**
 * The compiled mini program, run as WeChat runs it: its code in a sandbox without browser or Node, its pages filled
 * by WeChat's own template compiler, everything between the two copied as JSON. One phone each.
 */
export class Weapp extends Screen {
  readonly phone: Phone;
  /** What went wrong: thrown by the app's code, or written to console.error. */
  readonly complaints: unknown[] = [];
  readonly printed: { level: string; words: readonly unknown[] }[] = [];
  readonly dataSent: DataSent[] = [];

  readonly #dist: string;
  readonly #appJson: AppJson;
  readonly #templates: Templates;
  readonly #view: View;
  #app: RunningApp | null = null;
  #drawn: { page: WeappPage; sent: number; root: WxNode } | null = null;

  constructor({ dist, apiBase, phone = new Phone(), view = noView }: WeappOptions) {
    super();
    this.#dist = path.resolve(dist);
    this.#appJson = JSON.parse(readFileSync(path.join(this.#dist, "app.json"), "utf8")) as AppJson;
    this.#templates = new Templates(this.#dist);
    this.phone = phone;
    this.#view = {
      ...view,
      dataSent: (page, changes) => {
        this.dataSent.push({ route: page.route, bytes: JSON.stringify(changes).length, changes });
        view.dataSent(page, changes);
      },
    };
    if (apiBase) phone.storage.set(API_BASE_KEY, JSON.stringify(apiBase));
  }

  /** Starts the app; rejects when its code does not load. */
  static launch(options: WeappOptions, url?: string): Weapp {
    const weapp = new Weapp(options);
    weapp.relaunch(url);
    return weapp;
  }

  /** Ends the app where it stands and starts it again; the phone keeps what it stored. */
  relaunch(url = this.#appJson.pages[0] ?? ""): void {
    this.#app?.end();
    const ears = {
      complain: (what: unknown) => void this.complaints.push(what),
      print: (level: string, words: readonly unknown[]) => this.#print(level, words),
    };
    this.#app = new RunningApp(this.#dist, this.#appJson, this.phone, ears, this.#view);
    this.#app.launch(url);
  }

  /** Ends the app. Call it after every test: sockets and timers live until then. */
  close(): void {
    this.#app?.end();
    this.#app = null;
  }

  get page(): WeappPage {
    const top = this.#running.pages.top;
    if (!top) throw new Error("no page is open");
    return top;
  }

  /** An open page by its id. */
  pageOf(id: number): WeappPage | undefined {
    return this.#running.pages.all.find((page) => page.id === id);
  }

  /** What getApp() answers inside. */
  get app(): Record<string, unknown> {
    return this.#running.app;
  }

  /** The `wx` of the running app. */
  get wx(): Record<string, unknown> {
    return this.#running.wx;
  }

  /** The pages below and including this one, by route. */
  get routes(): string[] {
    return this.#running.pages.all.map(({ route }) => route);
  }

  /** Templates that do not exist and the like; must stay empty. */
  get wxmlWarnings(): readonly string[] {
    return this.#templates.warnings;
  }

  /** What the phone shows of the page on top. */
  override get root(): WxNode {
    const { page, dataSent } = this;
    if (this.#drawn?.page !== page || this.#drawn.sent !== dataSent.length) {
      this.#drawn = { page, sent: dataSent.length, root: this.#templates.fill(page.route, page.shown) };
    }
    return this.#drawn.root;
  }

  fire(id: string, type: string, detail: unknown = {}): void {
    this.#fire(this.find(id), type, detail);
  }

  /** Calls a handler of a page as the screen does when something happened on it. */
  handle(page: WeappPage, handler: string, event: unknown): void {
    const { realm } = this.#running;
    const work = page.instance[handler];
    if (typeof work !== "function") throw new Error(`${page.route} has no handler "${handler}"`);
    realm.guard(() => void (work as (event: unknown) => void).call(page.instance, realm.give(event)));
  }

  tap(id: string): void {
    this.fire(id, "tap", { x: 1, y: 1 });
  }

  /** Taps what shows exactly these words. */
  tapText(words: string): void {
    const [found, another] = findByText(this.root, words);
    if (!found) throw new Error(`nothing shows "${words}"; the page says: ${this.text()}`);
    if (another) throw new Error(`"${words}" is shown more than once: tap by id`);
    this.#fire(found, "tap", { x: 1, y: 1 });
  }

  /** Types into an input or a textarea; the text replaces what was there. */
  input(id: string, value: string): void {
    this.fire(id, "input", { value, cursor: value.length, keyCode: 0 });
  }

  /** Changes a switch, picker, radio group, checkbox group or slider. */
  change(id: string, value: unknown): void {
    this.fire(id, "change", { value });
  }

  /** Taps a tab of the tab bar by its words, as they are now. */
  tapTab(words: string): void {
    const { list } = this.#appJson.tabBar ?? { list: [] };
    const index = this.tabs.indexOf(words);
    const tab = list[index];
    if (!tab) throw new Error(`there is no tab "${words}" among ${this.tabs.join(", ")}`);
    this.#running.pages.switchTab(`/${tab.pagePath}`);
    this.page.call("onTabItemTap", { index, pagePath: tab.pagePath, text: words });
  }

  /** The words of the tabs, as the app last set them. */
  get tabs(): string[] {
    const { list } = this.#appJson.tabBar ?? { list: [] };
    const words = list.map(({ text }) => text);
    for (const { index, text } of this.calls("setTabBarItem"))
      if (typeof text === "string") words[Number(index)] = text;
    return words;
  }

  /** The arrow of the navigation bar, or the phone's own back. */
  back(): void {
    this.#running.pages.navigateBack();
  }

  /** Opens a page by its URL, as the app itself would. */
  go(url: string): void {
    const { pages } = this.#running;
    const { list } = this.#appJson.tabBar ?? { list: [] };
    if (list.some(({ pagePath }) => pagePath === readUrl(url).route)) pages.switchTab(url);
    else pages.navigateTo(url);
  }

  /** What the page passes on when somebody shares it; null where it cannot be shared. */
  share(): { title?: string; path?: string } | null {
    const { instance } = this.page;
    const hook = instance.onShareAppMessage;
    if (typeof hook !== "function") return null;
    const card: unknown = hook.call(instance, this.#running.realm.give({ from: "menu" }));
    return JSON.parse(JSON.stringify(card)) as { title?: string; path?: string };
  }

  pullDown(): void {
    this.page.call("onPullDownRefresh");
  }

  reachBottom(): void {
    this.page.call("onReachBottom");
  }

  /** Leaves the app for another; WeChat breaks its sockets. */
  background(): void {
    this.page.call("onHide");
    this.#running.callApp("onHide");
    this.phone.tell("appHide", {});
    this.phone.network.cut();
  }

  /** Comes back to it. */
  foreground(): void {
    this.#running.callApp("onShow");
    this.phone.tell("appShow", {});
    this.page.call("onShow");
  }

  /** Loses the connection or finds it again. */
  network(online: boolean): void {
    this.phone.network.set(online);
    const event = { isConnected: online, networkType: online ? "wifi" : "none" };
    this.#running.realm.guard(() => this.phone.tell("networkStatusChange", event));
  }

  theme(theme: "light" | "dark"): void {
    this.phone.settings.theme = theme;
    this.#running.realm.guard(() => this.phone.tell("themeChange", { theme }));
  }

  /** The calls of one `wx` function, oldest first. */
  calls(api: string): Call["options"][] {
    return this.phone.calls.filter((call) => call.api === api).map(({ options }) => options);
  }

  /** What the app stored under a key; null where there is nothing. */
  stored(key: string): unknown {
    return JSON.parse(this.phone.storage.get(key) ?? "null");
  }

  /** Waits until something is so; answers it. What throws is not so yet. */
  until<Result>(isSo: () => Result, ms = 3_000): Promise<NonNullable<Result>> {
    return until(isSo, ms, () => this.#state());
  }

  get #running(): RunningApp {
    if (!this.#app) throw new Error("the app is not running");
    return this.#app;
  }

  #state(): string {
    const complaints = this.complaints.map((each) => `complaint: ${String(each)}`);
    return [`on ${this.page.route}: ${this.text()}`, ...complaints].join("\n");
  }

  #fire(found: Found, type: string, detail: unknown): void {
    for (const [handler, event] of handlersOf(found, type, detail)) this.handle(this.page, handler, event);
  }

  #print(level: string, words: readonly unknown[]): void {
    if (level === "error") this.complaints.push(words.map(String).join(" "));
    else this.printed.push({ level, words });
  }
}
