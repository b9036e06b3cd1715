import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openTown, type Town } from "../support/town.ts";
import { WeappPerson } from "../support/weappPeople.ts";

let town: Town;
let worker: WeappPerson;
const residents: WeappPerson[] = [];

beforeAll(async () => {
  town = await openTown({ RATE_LIMITS: "off" });
  worker = new WeappPerson(town.url);
  await worker.reads("身边的事，一起管好");
  await worker.signsInByName("陈晓东");
});
afterEach(() => {
  for (const person of residents.splice(0)) {
    person.isContent();
    person.close();
  }
});
afterAll(async () => {
  worker?.isContent();
  worker?.close();
  await town?.close();
});

/** A resident who has just reported and looks at the case. */
async function reporterOf(words: string, phone: string): Promise<WeappPerson> {
  const resident = new WeappPerson(town.url);
  residents.push(resident);
  await resident.reads("身边的事，一起管好");
  await resident.signsInByPhone(phone);
  await resident.writesAReport(words);
  await resident.taps("submit");
  await resident.taps("see-case");
  await resident.reads("待受理");
  return resident;
}

/** The worker opens the case the resident looks at. */
async function opens(person: WeappPerson, resident: WeappPerson): Promise<void> {
  person.weapp.relaunch(
    `features/cases/workbench/handle/index?id=${resident.weapp.page.options["id"] ?? ""}`,
  );
  await person.sees("status");
}

/** Takes a step that has a form. */
async function moves(person: WeappPerson, move: string, fillIn: () => Promise<unknown>): Promise<void> {
  const { weapp } = person;
  const back = weapp.page.route;
  await person.until(() => weapp.has(`move-${move}`) || weapp.has("move-more"));
  if (!weapp.has(`move-${move}`)) weapp.tap("move-more");
  await person.taps(`move-${move}`);
  await person.isOn("features/cases/portal/move/index");
  await fillIn();
  await person.taps("move-submit");
  await person.isOn(back);
}
const nothing = async () => undefined;
const stands = (person: WeappPerson, status: string) =>
  person.until(() => person.weapp.text("status") === status);

describe("what else can be done with a case", () => {
  test("the worker asks, the resident answers, the clock stands still in between", async () => {
    const resident = await reporterOf("垃圾桶旁边堆了建筑垃圾", "19912340201");
    await opens(worker, resident);
    await moves(worker, "askInfo", () => worker.types("move-text", "请说明是哪一幢楼下"));
    await stands(resident, "待补充");
    await resident.reads("等待补充，时限暂停");
    await moves(resident, "supplement", () => resident.types("move-text", "3幢西侧"));
    await stands(resident, "待受理");
    await worker.reads("3幢西侧");
    await worker.until(() => worker.weapp.text("news").includes("诉求人 补充了情况"));
  });

  test("what was written for a step survives leaving the form", async () => {
    const resident = await reporterOf("绿化带里有人种菜浇粪", "19912340202");
    await opens(worker, resident);
    await worker.taps("move-askInfo");
    await worker.types("move-text", "请拍一张");
    worker.weapp.back();
    await worker.isOn("features/cases/workbench/handle/index");
    await worker.taps("move-askInfo");
    await worker.until(() => worker.weapp.$("move-text").attributes["value"] === "请拍一张");
    worker.weapp.back();
  });

  test("a step somebody else has made impossible gives the words back", async () => {
    const resident = await reporterOf("公厕没水了", "19912340203");
    await opens(worker, resident);
    await worker.taps("move-askInfo");
    await worker.types("move-text", "请问是哪一座公厕");
    await resident.taps("move-withdraw");
    await resident.taps("sure-yes");
    await stands(resident, "已撤回");
    await worker.sees("gone");
    await worker.reads("请问是哪一座公厕");
    await worker.taps("copy-words");
    await worker.until(() => worker.weapp.phone.clipboard === "请问是哪一座公厕");
  });

  test("a resident who disagrees has it done again, and the command desk sends it to a station", async () => {
    const resident = await reporterOf("路口垃圾桶满溢，污水流出来", "19912340204");
    await opens(worker, resident);
    await moves(worker, "accept", nothing);
    await worker.taps("move-selfHandle");
    await moves(worker, "feedback", async () => {
      await worker.taps("result-solved");
      await worker.types("move-text", "已清运");
      await worker.addsAPhoto();
    });
    await stands(resident, "已反馈，待确认");
    await moves(resident, "dispute", () => resident.types("move-text", "污水还在流"));
    await stands(resident, "重新办理");

    const desk = new WeappPerson(town.url);
    residents.push(desk);
    await desk.reads("身边的事，一起管好");
    await desk.signsInByName("青禾街道指挥室");
    await opens(desk, resident);
    await moves(desk, "dispatch", async () => {
      await desk.reads("（主管单位）");
    });
    await stands(resident, "已交办");
    await resident.reads("由环境卫生管理");
  });

  test("a neighbour finds it among the public cases and follows it", async () => {
    const resident = await reporterOf("广场地砖缺了一大块", "19912340205");
    const neighbour = new WeappPerson(town.url, undefined, "features/cases/portal/list/index");
    residents.push(neighbour);
    const { weapp } = neighbour;
    await neighbour.reads("广场地砖缺了一大块");
    await neighbour.taps("filter");
    await neighbour.taps("filter-place");
    await neighbour.taps("filter-place-990102001003");
    await neighbour.until(() => !weapp.text().includes("广场地砖缺了一大块"));
    await neighbour.taps("filter-clear");
    await neighbour.reads("广场地砖缺了一大块");
    weapp.tap(`case-${resident.weapp.page.options["id"] ?? ""}`);
    await neighbour.isOn("features/cases/portal/detail/index");
    await neighbour.taps("follow");
    await neighbour.isOn("features/accounts/signIn/index");
    await neighbour.signsInByPhone("19912340206");
    await neighbour.taps("follow");
    await neighbour.reads("1 人关注");
    await opens(worker, resident);
    await moves(worker, "accept", nothing);
    await stands(neighbour, "已受理");
    weapp.relaunch("tabs/cases/index");
    await neighbour.taps("which-followed");
    await neighbour.reads("广场地砖缺了一大块");
    expect(weapp.text("my-cases")).toContain("由镇街指挥室办理");
  });
});
