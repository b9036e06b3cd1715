import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  desktop,
  openBrowser,
  phone,
  signInResident,
  signInWorker,
  visit,
  type Visitor,
} from "../support/browser.ts";
import { openTown, type Town } from "../support/town.ts";

/** Where the pictures of every page go, for whoever wants to look at them. */
const pictures = fileURLToPath(new URL("../output/pages/", import.meta.url));
const narrow = { width: 360, height: 740 };

const guestPages = ["/", "/cases", "/sign-in", "/report", "/mine", "/no-such-page"];
const residentPages = ["/", "/report", "/mine"];
const workerPages = ["/workbench", "/workbench/map", "/workbench/figures", "/workbench/me"];

/** How a page is shown: what its address bar cannot say is kept on the device. */
const looks = [
  { name: "standard", sizes: [phone, desktop], preferences: { locale: "zh", elder: false, theme: "light" } },
  { name: "elder", sizes: [phone], preferences: { locale: "zh", elder: true, theme: "light" } },
  { name: "dark-en", sizes: [desktop], preferences: { locale: "en", elder: false, theme: "dark" } },
] as const;

let town: Town;
let browser: Browser;
const people: Record<string, Visitor> = {};

beforeAll(async () => {
  [town, browser] = await Promise.all([openTown(), openBrowser(), mkdir(pictures, { recursive: true })]);
  people["guest"] = await visit(browser, town.url, phone);
  people["resident"] = await visit(browser, town.url, phone);
  people["worker"] = await visit(browser, town.url, desktop);
  await people["guest"].page.goto("/");
  await signInResident(people["resident"], "19900000001");
  await signInWorker(people["worker"], "沈慧");
});

afterAll(async () => {
  await browser?.close();
  await town?.close();
});

/** The address of a case this person may see. */
async function someCase({ page }: Visitor, list: string): Promise<string> {
  const answer = await page.request.get(list);
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return items[0]?.id ?? "";
}

/** Opens a page with one look, and waits until it is read and nothing loads any more. */
async function open({ page }: Visitor, path: string, preferences: object): Promise<void> {
  await page.evaluate(
    (kept) => localStorage.setItem("gongzhi:preferences", kept),
    JSON.stringify(preferences),
  );
  await page.goto(path);
  await page.getByRole("main").waitFor();
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
}

/** What is wrong with a page for people who see, hear or handle it differently; serious and critical only. */
async function hindrances({ page }: Visitor): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}

/** How far a page is wider than its screen. */
const overhang = ({ page }: Visitor) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(looks)("every page, $name", ({ name, sizes, preferences }) => {
  const rows: [who: string, path: string][] = [
    ...guestPages.map((path): [string, string] => ["guest", path]),
    ["guest", "case"],
    ...residentPages.map((path): [string, string] => ["resident", path]),
    ["resident", "case"],
    ...workerPages.map((path): [string, string] => ["worker", path]),
    ["worker", "case"],
  ];

  test.each(rows)(
    "%s at %s: nobody is kept out, nothing hangs over, nothing complains",
    async (who, path) => {
      const visitor = people[who]!;
      const lists: Record<string, [list: string, page: string]> = {
        guest: ["/api/cases", "/cases/"],
        resident: ["/api/cases/mine", "/cases/"],
        worker: ["/api/cases/queue?which=all", "/workbench/cases/"],
      };
      const [list, prefix] = lists[who]!;
      const address = path === "case" ? `${prefix}${await someCase(visitor, list)}` : path;
      const file = `${name}-${who}-${path.replace(/\W+/g, "_")}`;

      await visitor.page.setViewportSize(sizes[0]);
      await open(visitor, address, preferences);
      for (const size of sizes) {
        await visitor.page.setViewportSize(size);
        await visitor.page.screenshot({ path: `${pictures}${file}-${size.width}.png` });
        expect(await overhang(visitor), `${size.width} px`).toBeLessThanOrEqual(0);
        expect(await hindrances(visitor), `${size.width} px`).toEqual([]);
      }
      await visitor.page.setViewportSize(narrow);
      expect(await overhang(visitor), `${narrow.width} px`).toBeLessThanOrEqual(0);
      expect(visitor.complaints).toEqual([]);
    },
  );
});
