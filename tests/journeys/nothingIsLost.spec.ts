import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, phone, signInResident, visit, type Visitor } from "../support/browser.ts";
import type { CaseId } from "@gongzhi/shared/core";
import { personAt } from "../../server/src/testing/person.ts";
import { signInWorker as signInWorkerOf } from "../support/signIn.ts";
import { openTown, type Town } from "../support/town.ts";

let town: Town;
let browser: Browser;

beforeAll(async () => {
  [town, browser] = await Promise.all([openTown(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await town?.close();
});

const reads = ({ page }: Visitor, words: string | RegExp) =>
  page.locator("main").getByText(words).first().waitFor();

/** Fills in the first two screens of a report. */
async function writes({ page }: Visitor, words: string): Promise<void> {
  await page.goto("/report");
  await page.getByLabel("发生了什么事").fill(words);
  await page.getByRole("button", { name: "下一步" }).click();
  await page.getByRole("radio", { name: "晴川第一网格" }).check();
  await page.getByRole("button", { name: "下一步" }).click();
}

const submits = ({ page }: Visitor) => page.getByRole("button", { name: "提交", exact: true }).click();

/** How many of the resident's own cases begin with these words. */
async function countOf({ page }: Visitor, words: string): Promise<number> {
  const answer = await page.request.get("/api/cases/mine?limit=100");
  const { items } = (await answer.json()) as { items: { title: string }[] };
  return items.filter(({ title }) => title.startsWith(words)).length;
}

describe("a half-written report", () => {
  test("is there again after a reload", async () => {
    const resident = await visit(browser, town.url, phone);
    await writes(resident, "路灯一整排都不亮了");
    await resident.page.reload();
    await reads(resident, "路灯一整排都不亮了");
    await reads(resident, "青禾街道 晴川社区 晴川第一网格");
    await resident.context.close();
  });

  test("survives signing in for the first time at its very end", async () => {
    const resident = await visit(browser, town.url, phone);
    await writes(resident, "楼道灯坏了晚上很黑");
    await resident.page.getByRole("link", { name: "登录" }).last().click();
    await resident.page.getByLabel("手机号").fill("19912340001");
    await resident.page.getByRole("button", { name: "获取验证码" }).click();
    const said = await resident.page.getByText(/验证码是 \d{6}/).innerText();
    await resident.page.getByLabel("短信验证码").fill(/\d{6}/.exec(said)?.[0] ?? "");
    await resident.page.getByRole("button", { name: "登录", exact: true }).click();
    await reads(resident, "楼道灯坏了晚上很黑");
    await submits(resident);
    await reads(resident, "提交成功");
    await resident.context.close();
  });

  test("survives the end of the session, which is said at once, and goes out after signing in again", async () => {
    const resident = await visit(browser, town.url, phone);
    await signInResident(resident, "19900000002");
    await writes(resident, "窨井盖晚上咣咣响");
    const elsewhere = await visit(browser, town.url, phone);
    await signInResident(elsewhere, "19900000002");
    await elsewhere.page.goto("/mine");
    elsewhere.page.on("dialog", (dialog) => void dialog.accept());
    await elsewhere.page.getByRole("button", { name: "退出所有设备" }).click();
    await elsewhere.context.close();
    // The server cuts the connection, and the page says at once what happened.
    await resident.page.getByRole("alert").getByText("登录已过期").waitFor();
    await reads(resident, "窨井盖晚上咣咣响");
    await signInResident(resident, "19900000002");
    await resident.page.goto("/report");
    await reads(resident, "窨井盖晚上咣咣响");
    await submits(resident);
    await reads(resident, "提交成功");
    expect(await countOf(resident, "窨井盖晚上咣咣响")).toBe(1);
    await resident.context.close();
  });
});

describe("a screen that was cut off", () => {
  test("catches up on what it missed when it is back, without a reload", async () => {
    const resident = await visit(browser, town.url, phone);
    await signInResident(resident, "19900000001");
    await writes(resident, "楼下垃圾桶满溢没人清");
    await submits(resident);
    await resident.page.getByRole("link", { name: "查看办件" }).click();
    await reads(resident, "待受理");
    const caseId = new URL(resident.page.url()).pathname.split("/").pop() as CaseId;

    await resident.context.setOffline(true);
    await resident.page.getByText("连接已断开", { exact: false }).first().waitFor();
    const guest = personAt(town.url, null);
    const worker = personAt(town.url, await signInWorkerOf(guest.client, "陈晓东"));
    const { revision } = await worker.client.cases.view({ caseId });
    await worker.client.cases.move({ caseId, revision, move: "accept" });

    await resident.context.setOffline(false);
    await reads(resident, "已受理");
    await resident.context.close();
  });
});

describe("without a network", () => {
  test("a report waits on the device and goes out exactly once", async () => {
    const resident = await visit(browser, town.url, phone);
    await signInResident(resident, "19900000001");
    await writes(resident, "下雨天地下通道积水");
    await resident.context.setOffline(true);
    await submits(resident);
    await reads(resident, "已存在本机，会自动提交");
    expect(await countOf(resident, "下雨天地下通道积水").catch(() => 0)).toBe(0);
    await resident.context.setOffline(false);
    await expect.poll(() => countOf(resident, "下雨天地下通道积水"), { timeout: 20_000 }).toBe(1);
    await resident.page.reload();
    await resident.page.goto("/mine");
    await reads(resident, /下雨天地下通道积水/);
    expect(await countOf(resident, "下雨天地下通道积水")).toBe(1);
    await resident.context.close();
  });

  test("a report whose answer got lost is one case, however often it is sent", async () => {
    const resident = await visit(browser, town.url, phone);
    await signInResident(resident, "19900000001");
    await writes(resident, "公园长椅坏了两张");
    let lost = 0;
    await resident.page.route("**/api/cases", async (route) => {
      if (route.request().method() !== "POST" || lost >= 2) return route.continue();
      // The server gets it; the answer never arrives.
      await route.fetch();
      lost += 1;
      return route.abort("connectionreset");
    });
    await submits(resident);
    await reads(resident, "已存在本机，会自动提交");
    await resident.page.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect.poll(() => lost, { timeout: 20_000 }).toBe(2);
    await resident.page.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect
      .poll(() => resident.page.evaluate(() => localStorage.getItem("gongzhi:outbox")), { timeout: 25_000 })
      .toBe("[]");
    expect(await countOf(resident, "公园长椅坏了两张")).toBe(1);
    await resident.context.close();
  });

  test("the report page opens again once it was open", async () => {
    const resident = await visit(browser, town.url, phone);
    await resident.page.goto("/report");
    await resident.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await resident.page.reload();
    await resident.context.setOffline(true);
    await resident.page.goto("/report");
    await reads(resident, "说说什么事");
    await resident.page.getByLabel("发生了什么事").fill("没有网络也能写下来");
    await resident.page.getByRole("button", { name: "下一步" }).click();
    await resident.page.getByRole("radio", { name: "晴川第二网格" }).check();
    await resident.context.close();
  });
});
