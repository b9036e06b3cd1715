import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openTown, type Town } from "../support/town.ts";
import { WeappPerson } from "../support/weappPeople.ts";

let town: Town;
let resident: WeappPerson;
let worker: WeappPerson;

beforeAll(async () => {
  town = await openTown();
  resident = new WeappPerson(town.url);
  worker = new WeappPerson(town.url);
});

afterAll(async () => {
  resident?.close();
  worker?.close();
  await town?.close();
});

// A journey is one story: after a step that failed the next ones would only tell the same again.
let broken = false;
beforeEach(() => expect(broken, "an earlier step failed").toBe(false));
afterEach(({ task }) => {
  broken ||= task.result?.state === "fail";
});

const WORDS = "楼下垃圾桶满溢三天没清，我电话13800001234";
const ANSWER = "桶已清空并消毒，每天加收一次";

/** The form of a step: opened from the bar below, filled in, sent. */
async function moves(move: string, fillIn: () => Promise<unknown> = async () => undefined): Promise<void> {
  const { weapp } = worker;
  await worker.until(() => weapp.has(`move-${move}`) || weapp.has("move-more"));
  if (!weapp.has(`move-${move}`)) weapp.tap("move-more");
  await worker.taps(`move-${move}`);
  await worker.isOn("features/cases/portal/move/index");
  await fillIn();
  await worker.taps("move-submit");
  await worker.isOn("features/cases/workbench/handle/index");
}

describe("a resident reports on one phone, a grid worker handles on another, both watch it happen", () => {
  test("the resident signs in with a code, the worker by name; each is where they came from", async () => {
    await resident.reads("身边的事，一起管好");
    await resident.signsInByPhone("19900000001");
    expect(resident.weapp.page.route).toBe("tabs/home/index");
    worker.weapp.tapTab("办件");
    await worker.reads("还没有登录");
    await worker.signsInByName("陈晓东");
    await worker.reads("等我处理");
    expect(worker.weapp.tabs).toEqual(["首页", "上报", "待办", "我的"]);
  });

  test("three short screens lead to a number that can be read out", async () => {
    await resident.writesAReport(WORDS, { photo: true });
    expect(resident.weapp.text("check-type")).toBe("垃圾箱满溢或破损");
    await resident.taps("consent");
    await resident.taps("submit");
    await resident.sees("outcome-sent");
    expect(resident.weapp.text("case-number")).toMatch(/^SJ \d{8} \d{5} \d$/);
    await resident.reads("下一步由网格员办理，最迟");
  });

  test("it appears in the open queue of that grid by itself, on top of its badge", async () => {
    await worker.reads(`新到办件：${WORDS}`);
    await worker.until(() => worker.weapp.calls("setTabBarBadge").at(-1)?.text === "1");
    expect(worker.weapp.calls("vibrateShort")).toHaveLength(1);
    await resident.taps("see-case");
    await resident.reads("待受理");
  });

  test("every step of the worker is on the resident's screen without a reload", async () => {
    const [row] = worker.weapp.byClass("case-row");
    worker.weapp.tap(String(row?.attributes.id));
    await worker.isOn("features/cases/workbench/handle/index");
    await worker.reads("诉求原话");
    await worker.sees("case-photo-0");

    await moves("accept");
    await resident.until(() => resident.weapp.text("status") === "已受理");
    await worker.taps("move-selfHandle");
    await resident.until(() => resident.weapp.text("status") === "网格自办");
    await moves("contact", () => worker.types("move-text", "已电话联系，约下午清运"));
    await resident.reads("已电话联系，约下午清运");
    expect(resident.weapp.text("news")).toContain("网格员 已联系诉求人");
  });

  test("the resident sees who looked at the number, and why; the dialler gets it", async () => {
    await worker.types("purpose", "约清运时间");
    await worker.taps("open-contact");
    await worker.taps("call-reporter");
    expect(worker.weapp.calls("makePhoneCall").at(-1)?.phoneNumber).toBe("19900000001");
    await resident.until(() => resident.weapp.text("openings").includes("网格员：约清运时间"));
  });

  test("without a photo of the result there is no result", async () => {
    const { weapp } = worker;
    await worker.taps("move-feedback");
    await worker.taps("result-solved");
    await worker.types("move-text", `${ANSWER}，有事找老王13912345678`);
    await worker.reads("答复里好像有个人信息（电话）");
    weapp.input("move-text", ANSWER);
    await worker.taps("move-submit");
    await worker.reads("这类事件办结要有现场照片");
    await worker.addsAPhoto();
    await worker.taps("move-submit");
    await worker.isOn("features/cases/workbench/handle/index");
    await worker.until(() => weapp.text("status") === "已反馈，待确认");
    await worker.reads("现在由诉求人办理");
  });

  test("only the resident's confirmation closes it, on both screens", async () => {
    await resident.until(() => resident.weapp.text("status") === "已反馈，待确认");
    await resident.reads(ANSWER);
    await resident.reads("请您处理");
    await resident.taps("move-confirm");
    await resident.reads("15 天内还可以要求重办");
    await resident.taps("sure-yes");
    await resident.reads("诉求人已确认解决");
    await worker.reads("这件办完了");
    expect(resident.weapp.text("status")).toBe("已办结");
  });

  test("its photos are shown large from the server, and its number can be copied", async () => {
    const { weapp } = resident;
    await resident.taps("case-photo-0");
    expect(String(weapp.calls("previewImage").at(-1)?.current)).toContain(`${town.url}/api/photos/`);
    await resident.taps("copy-number");
    await resident.until(() => /^SJ\d{14}$/.test(weapp.phone.clipboard));
  });

  test("the public reads it without the person in it, and passes it on without a word of theirs", async () => {
    const { route, options } = resident.weapp.page;
    const stranger = new WeappPerson(town.url, undefined, `${route}?id=${options["id"] ?? ""}`);
    await stranger.reads(ANSWER);
    expect(stranger.weapp.text()).not.toMatch(/13800001234|19900000001|已电话联系/);
    expect(stranger.weapp.text()).toContain("138****1234");
    expect(stranger.weapp.share()).toEqual({
      title: "办件进展：垃圾箱满溢或破损",
      path: `/${route}?id=${options["id"] ?? ""}`,
    });
    stranger.isContent();
    stranger.close();
  });

  test("nothing went wrong on either phone", () => {
    resident.isContent();
    worker.isContent();
  });
});
