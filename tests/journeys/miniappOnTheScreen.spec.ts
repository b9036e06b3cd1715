import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTown, type Town } from "../support/town.ts";
import { launchWeapp, startChromium, type DrawnWeapp } from "../support/weappBrowser/launchWeapp.ts";
import { GRID, phoneOf, WEAPP } from "../support/weappPeople.ts";

const PICTURES = fileURLToPath(new URL("../output/miniapp", import.meta.url));
/** The least a finger needs in the large view (工信部适老化规范); lines of a drawing are no targets. */
const LARGE_TARGET = 60;

let town: Town;
let browser: Browser;
const open: DrawnWeapp[] = [];

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  [town, browser] = await Promise.all([openTown({ RATE_LIMITS: "off" }), startChromium()]);
});
afterAll(async () => {
  for (const drawn of open) await drawn.close();
  await browser?.close();
  await town?.close();
});

async function launch(page: string, settings: Parameters<typeof phoneOf>[1] = {}): Promise<DrawnWeapp> {
  const drawn = await launchWeapp({
    dist: WEAPP,
    apiBase: town.url,
    phone: phoneOf({}, settings),
    browser,
    url: page,
  });
  drawn.page.setDefaultTimeout(20_000);
  open.push(drawn);
  return drawn;
}
const picture = (drawn: DrawnWeapp, name: string) =>
  drawn.page.screenshot({ path: `${PICTURES}/${name}.png` });
const reads = (drawn: DrawnWeapp, id: string, words: string) =>
  drawn.$(id).filter({ hasText: words }).waitFor();

async function signsIn(drawn: DrawnWeapp, login: string): Promise<void> {
  drawn.weapp.go("features/accounts/signIn/index");
  await drawn.page.locator(".on-top [id^=demo-]", { hasText: login }).tap();
  await expect.poll(() => drawn.weapp.page.route, { timeout: 20_000 }).not.toContain("signIn");
}

/** Reports by real taps and typing, from the first page to the number. */
async function reports(drawn: DrawnWeapp, words: string): Promise<void> {
  await drawn.$("report").tap();
  await drawn.$("words").locator("textarea").fill(words);
  await drawn.$("photo-add").tap();
  await drawn.$("privacy-agree").tap();
  await drawn.$("photo-0").locator("img").waitFor();
  await drawn.$("next-step").tap();
  await drawn.$("grid").tap();
  await drawn.$(`grid-${GRID}`).tap();
  await drawn.$("next-step").tap();
  await drawn.$("submit").tap();
  await drawn.$("outcome-sent").waitFor();
}

/** What can be pressed on this page and is smaller than a finger of the large view needs. */
const tooSmall = ({ page }: DrawnWeapp) =>
  page.evaluate((least) => {
    const pressable = document.querySelectorAll<HTMLElement>(
      ".on-top wx-button, .on-top [aria-role=button], .on-top [aria-role=radio], .on-top [aria-role=checkbox], .on-top [aria-role=tab]",
    );
    return [...pressable]
      .filter((each) => !each.classList.contains("map-tile"))
      .map((each) => ({ id: each.id, height: each.getBoundingClientRect().height }))
      .filter(({ height }) => height > 0 && height < least - 0.5);
  }, LARGE_TARGET);

describe.each([
  ["standard", {}],
  ["elder", { fontSizeSetting: 23.8 }],
  ["dark", { theme: "dark" as const }],
] as const)("on the screen, %s", (look, settings) => {
  test("a resident reports, a worker has it in the queue and answers, the resident sees it", async () => {
    const resident = await launch("tabs/home/index", settings);
    await signsIn(resident, "19900000001");
    await resident.$("figure-today").waitFor();
    await picture(resident, `${look}-home`);
    await reports(resident, `楼下垃圾桶满溢三天没清（${look}）`);
    await picture(resident, `${look}-sent`);
    await resident.$("see-case").tap();
    await reads(resident, "status", "待受理");
    await picture(resident, `${look}-case`);

    const worker = await launch("tabs/cases/index", settings);
    await signsIn(worker, "陈晓东");
    await reads(worker, "queue", `（${look}）`);
    await picture(worker, `${look}-queue`);
    await worker.page.locator(".on-top .case-row", { hasText: `（${look}）` }).tap();
    await reads(worker, "status", "待受理");
    await picture(worker, `${look}-handle`);
    await worker.$("move-accept").tap();
    await worker.$("move-submit").tap();
    await reads(resident, "status", "已受理");
    await reads(resident, "news", "网格员 已受理");

    for (const { weapp } of [resident, worker]) {
      expect(weapp.complaints.map(String)).toEqual([]);
      expect(weapp.wxmlWarnings).toEqual([]);
    }
    if (look !== "elder") return;
    expect(await tooSmall(resident)).toEqual([]);
    expect(await tooSmall(worker)).toEqual([]);
  });
});
