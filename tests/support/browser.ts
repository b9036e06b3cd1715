import { existsSync } from "node:fs";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { aPhoto } from "./photo.ts";

const CHROMIUM = "/usr/bin/chromium";

/** Nothing on a page of ours takes longer than this. */
const PATIENCE_MS = 10_000;

/** Sizes of the screens everything is looked at on. */
export const phone = { width: 375, height: 812 };
export const desktop = { width: 1440, height: 900 };

/** Debian's Chromium without a window, and without its own talk to the outside. */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error(`${CHROMIUM} is missing: apt-get install chromium`);
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Somebody with a browser of their own; whatever goes wrong on their pages is kept. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Uncaught errors and errors on the console. */
  readonly complaints: string[];
}

/** Opens the site for somebody, in Chinese, on a screen of this size. */
export async function visit(
  browser: Browser,
  url: string,
  viewport: { width: number; height: number } = phone,
): Promise<Visitor> {
  const context = await browser.newContext({ viewport, locale: "zh-CN", baseURL: url });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return { context, page, complaints };
}

/** Signs a resident in by phone number, with the code the demonstration shows. */
export async function signInResident({ page }: Visitor, number: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("手机号").fill(number);
  await page.getByRole("button", { name: "获取验证码" }).click();
  const said = await page.getByText(/验证码是 \d{6}/).innerText();
  await page.getByLabel("短信验证码").fill(/\d{6}/.exec(said)?.[0] ?? "");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

/** Signs a worker of the demonstration in by name. */
export async function signInWorker({ page }: Visitor, name: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("tab", { name: "工作人员登录" }).click();
  await page.getByLabel("姓名").fill(name);
  await page.getByLabel("密码").fill("gongzhi-demo-1");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.waitForURL(/workbench/);
}

/** Adds a photo through the file chooser that the page opens. */
export async function addPhoto({ page }: Visitor): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "添加照片" }).click();
  await (await chooser).setFiles(aPhoto());
  await page.getByText("1 / 9 张").waitFor();
}
