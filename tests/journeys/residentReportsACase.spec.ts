import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  addPhoto,
  desktop,
  openBrowser,
  phone,
  signInResident,
  signInWorker,
  visit,
  type Visitor,
} from "../support/browser.ts";
import { openTown, type Town } from "../support/town.ts";

let town: Town;
let browser: Browser;
let resident: Visitor;
let worker: Visitor;

beforeAll(async () => {
  [town, browser] = await Promise.all([openTown(), openBrowser()]);
  resident = await visit(browser, town.url, phone);
  worker = await visit(browser, town.url, desktop);
  await signInResident(resident, "19900000001");
  await signInWorker(worker, "陈晓东");
});

afterAll(async () => {
  await browser?.close();
  await town?.close();
});

// A journey is one story: after a step that failed the next ones would only tell the same again.
let broken = false;
beforeEach(() => expect(broken, "an earlier step failed").toBe(false));
afterEach(({ task }) => {
  broken ||= task.result?.state === "fail";
});

/** Somebody reads this on the page as it is, without a reload. */
const reads = (visitor: Visitor, words: string | RegExp) =>
  visitor.page.locator("main").getByText(words).first().waitFor();

/** The worker makes a move that has a form: chosen, filled in, sent. */
async function moves(name: string, fillIn: () => Promise<unknown> = async () => undefined): Promise<void> {
  const { page } = worker;
  await page.getByRole("button", { name, exact: true }).click();
  await fillIn();
  const send = page.getByRole("region", { name: "下一步" }).getByRole("button", { name, exact: true });
  if ((await page.getByRole("button", { name: "取消" }).count()) > 0) await send.click();
}

describe("a resident reports, a grid worker handles, both watch it happen", () => {
  test("three short screens lead to a number that can be read out", async () => {
    const { page } = resident;
    await page.goto("/report");
    await page.getByLabel("发生了什么事").fill("楼下垃圾桶满溢三天没清，我电话13800001234");
    await reads(resident, "垃圾箱满溢或破损");
    await addPhoto(resident);
    await page.getByRole("button", { name: "下一步" }).click();
    await page.getByRole("radio", { name: "晴川第一网格" }).check();
    await page.getByRole("button", { name: "下一步" }).click();
    await page.getByLabel("同意办理人员打电话联系我").check();
    await page.getByRole("button", { name: "提交", exact: true }).click();
    await reads(resident, "提交成功");
    await reads(resident, /SJ \d{8} \d{5} \d/);
    await reads(resident, /下一步由网格员办理，最迟/);
  });

  test("it appears in the open queue of that grid by itself", async () => {
    await worker.page.getByRole("link", { name: /楼下垃圾桶满溢三天没清/ }).click();
    await worker.page.getByRole("heading", { name: /楼下垃圾桶满溢/, level: 1 }).waitFor();
    await resident.page.getByRole("link", { name: "查看办件" }).click();
    await reads(resident, "待受理");
  });

  test("every step of the worker is on the resident's screen without a reload", async () => {
    await moves("受理");
    await reads(resident, "已受理");
    await moves("网格自办");
    await reads(resident, "网格自办");
    await moves("记录首次联系", () => worker.page.getByLabel("联系情况").fill("已电话联系，约下午清运"));
    await reads(resident, "已电话联系，约下午清运");
  });

  test("the resident sees who looked at the number, and why", async () => {
    const { page } = worker;
    await page.getByLabel("查看的原因").fill("约清运时间");
    await page.getByRole("button", { name: "查看电话" }).click();
    await page.getByText("19900000001").first().waitFor();
    await reads(resident, /网格员：约清运时间/);
  });

  test("the result comes with a photo and waits for the resident", async () => {
    await moves("办理反馈", async () => {
      const { page } = worker;
      await page.getByText("已解决", { exact: true }).click();
      await page.getByLabel("给诉求人的答复（会公开）").fill("桶已清空并消毒，每天加收一次");
      await addPhoto(worker);
    });
    await reads(resident, "桶已清空并消毒，每天加收一次");
    await reads(resident, "已反馈，待确认");
  });

  test("only the resident's confirmation closes it, on both screens", async () => {
    const { page } = resident;
    await page.getByRole("button", { name: "确认已解决" }).click();
    await page.getByRole("form", { name: "确认已解决" }).getByRole("button", { name: "确认已解决" }).click();
    await reads(resident, "诉求人已确认解决");
    await reads(worker, "诉求人已确认解决");
  });

  test("the public reads it without the person in it", async () => {
    const stranger = await visit(browser, town.url, phone);
    await stranger.page.goto(new URL(resident.page.url()).pathname);
    await reads(stranger, "桶已清空并消毒，每天加收一次");
    const text = await stranger.page.locator("body").innerText();
    expect(text).not.toMatch(/13800001234|19900000001|已电话联系/);
    expect(text).toContain("138****1234");
    await stranger.context.close();
  });

  test("nothing went wrong on either page", () => {
    expect([...resident.complaints, ...worker.complaints]).toEqual([]);
  });
});
