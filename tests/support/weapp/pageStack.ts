import { readUrl, routesOf, tabRoutesOf, type AppJson } from "./appJson.ts";

/** A page that is loaded; whoever draws it says how its hooks are called. */
export interface PageHandle {
  readonly route: string;
  readonly options: Readonly<Record<string, string>>;
  call(hook: string, detail?: unknown): void;
  remove(): void;
}

/** A page that cannot be gone to, in WeChat's words. */
export class NavigationRefused extends Error {}

/** WeChat keeps ten pages. */
const MOST_PAGES = 10;

/** The pages of a running app and the order in which WeChat calls their hooks. */
export class PageStack<Page extends PageHandle> {
  readonly #appJson: AppJson;
  readonly #open: (route: string, options: Record<string, string>) => Page;
  readonly #tabs = new Map<string, Page>();
  #stack: Page[] = [];
  /** Is told whenever another page is on top. */
  onTurn: (top: Page) => void = () => {};

  constructor(appJson: AppJson, open: (route: string, options: Record<string, string>) => Page) {
    this.#appJson = appJson;
    this.#open = open;
  }

  get all(): readonly Page[] {
    return this.#stack;
  }

  get top(): Page | undefined {
    return this.#stack.at(-1);
  }

  navigateTo(url: string): void {
    if (this.#isTab(url)) throw new NavigationRefused("can not navigateTo a tabbar page");
    if (this.#stack.length >= MOST_PAGES) throw new NavigationRefused("webview count limit exceed");
    this.#known(url);
    this.#hide(this.top);
    this.#push(url);
  }

  redirectTo(url: string): void {
    if (this.#isTab(url)) throw new NavigationRefused("can not redirectTo a tabbar page");
    this.#known(url);
    this.#unload(this.#stack.pop());
    this.#push(url);
  }

  switchTab(url: string): void {
    if (!this.#isTab(url)) throw new NavigationRefused("can not switch to no-tabBar page");
    const { route } = readUrl(url);
    if (this.top?.route === route) return;
    while (this.top && !this.#tabs.has(this.top.route)) this.#unload(this.#stack.pop());
    this.#hide(this.#stack.pop());
    const known = this.#tabs.get(route);
    if (!known) return this.#push(route);
    this.#stack.push(known);
    this.#show(known);
  }

  reLaunch(url: string): void {
    this.#known(url);
    this.clear();
    this.#push(url);
  }

  navigateBack(delta = 1): void {
    const leaving = Math.min(delta, this.#stack.length - 1);
    if (leaving < 1) throw new NavigationRefused("cannot navigate back at first page.");
    for (let left = 0; left < leaving; left++) this.#unload(this.#stack.pop());
    if (this.top) this.#show(this.top);
  }

  /** Ends every page, hidden tabs too. */
  clear(): void {
    const covered = [...this.#tabs.values()].filter((page) => !this.#stack.includes(page));
    for (const page of [...this.#stack.reverse(), ...covered]) this.#unload(page);
    this.#stack = [];
  }

  #push(url: string): void {
    const { route, options } = readUrl(url);
    const page = this.#open(route, options);
    this.#stack.push(page);
    if (this.#isTab(url)) this.#tabs.set(route, page);
    this.onTurn(page);
    page.call("onLoad", options);
    page.call("onShow");
    page.call("onReady");
  }

  #show(page: Page): void {
    this.onTurn(page);
    page.call("onShow");
  }

  #hide(page: Page | undefined): void {
    page?.call("onHide");
  }

  #unload(page: Page | undefined): void {
    if (!page) return;
    page.call("onUnload");
    page.remove();
    this.#tabs.delete(page.route);
  }

  #isTab(url: string): boolean {
    return tabRoutesOf(this.#appJson).includes(readUrl(url).route);
  }

  #known(url: string): void {
    const { route } = readUrl(url);
    if (!routesOf(this.#appJson).includes(route)) throw new NavigationRefused(`page "${route}" is not found`);
  }
}
