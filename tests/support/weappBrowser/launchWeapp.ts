import { readFileSync } from "node:fs";
import path from "node:path";
import { chromium, type Browser, type Locator, type Page } from "playwright-core";
import type { AppJson } from "../weapp/appJson.ts";
import { Phone } from "../weapp/phone.ts";
import { Weapp } from "../weapp/weapp.ts";
import { drawOn } from "./drawnView.ts";
import { screenHtml } from "./html.ts";
import type { ToLogic } from "./protocol.ts";
import { compilePackage } from "./screenPackage.ts";
import { serveScreen } from "./serveScreen.ts";

export interface LaunchOptions {
  readonly dist: string;
  readonly apiBase?: string;
  readonly viewport?: { width: number; height: number };
  readonly phone?: Phone;
  /** The page to start on, with its query. */
  readonly url?: string;
  /** A browser that is already there; it stays open. */
  readonly browser?: Browser;
}

/** The compiled mini program on a screen: tap and look in `page`, ask and steer by `weapp`. */
export interface DrawnWeapp {
  readonly page: Page;
  readonly weapp: Weapp;
  /** The element with this id on the page on top. */
  $(id: string): Locator;
  /** What WeChat draws around the page. */
  readonly frame: { title: Locator; back: Locator; tab(words: string): Locator };
  /** Turns the phone light or dark. */
  theme(theme: "light" | "dark"): Promise<void>;
  close(): Promise<void>;
}

const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage"];
const QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
const STATUS_AND_NAVIGATION_BAR = 68;

/** Starts Debian's Chromium as the harness uses it everywhere. */
export const startChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: "/usr/bin/chromium", headless: true, args: [...ARGS, ...QUIET] });

/**
 * Runs a compiled mini program with its logic in the sandbox of `Weapp` and its pages drawn in Chromium by
 * glass-easel, WeChat's own component engine: two sides that exchange nothing but JSON, as on a phone.
 */
export async function launchWeapp(options: LaunchOptions): Promise<DrawnWeapp> {
  const { dist, viewport = { width: 375, height: 812 }, phone = new Phone() } = options;
  const appJson = JSON.parse(readFileSync(path.join(dist, "app.json"), "utf8")) as AppJson;
  phone.settings.windowWidth = viewport.width;
  phone.settings.windowHeight = viewport.height - STATUS_AND_NAVIGATION_BAR;

  const html = await screenHtml(compilePackage(dist, viewport.width));
  const server = await serveScreen({ html, dist, files: phone.files });
  const browser = options.browser ?? (await startChromium());
  const { theme } = phone.settings;
  const look = {
    viewport,
    deviceScaleFactor: 2,
    hasTouch: true,
    locale: "zh-CN",
    colorScheme: theme,
  } as const;
  const context = await browser.newContext(look);
  const page = await context.newPage();

  const trouble = (error: unknown): void => void weapp.complaints.push(error);
  const view = drawOn(page, dist, appJson, phone, trouble);
  const weapp: Weapp = new Weapp({ dist, phone, view, ...(options.apiBase && { apiBase: options.apiBase }) });
  page.on("pageerror", trouble);
  await page.exposeFunction("toLogic", (message: ToLogic) => hear(weapp, message));
  await page.goto(server.url);
  weapp.relaunch(options.url);

  return {
    page,
    weapp,
    $: (id) => page.locator(`.webview.on-top [id="${id}"]`),
    frame: {
      title: page.locator("#frame-title"),
      back: page.locator("#frame-back"),
      tab: (words) => page.locator("#frame-tabs button", { hasText: words }),
    },
    async theme(next) {
      weapp.theme(next);
      await page.emulateMedia({ colorScheme: next });
      view.turned(weapp.page);
    },
    async close() {
      weapp.close();
      await context.close();
      if (!options.browser) await browser.close();
      server.stop();
    },
  };
}

/** Carries what happened on the screen to the logic side. */
function hear(weapp: Weapp, message: ToLogic): void {
  if (message.kind === "tab") weapp.tapTab(message.text);
  else if (message.kind === "back") weapp.back();
  else if (message.kind === "problem") weapp.complaints.push(message.text);
  else {
    const page = weapp.pageOf(message.page);
    if (!page) return;
    if (message.kind === "event") weapp.handle(page, message.handler, message.event);
    else if (message.kind === "bottom") page.call("onReachBottom");
    else page.call("onPageScroll", { scrollTop: message.top });
  }
}
