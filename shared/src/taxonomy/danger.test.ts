import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dangerIn, type EmergencyNumber } from "./danger.ts";

describe("danger to life interrupts with the number to call", () => {
  test.each<[text: string, number: EmergencyNumber, word: string]>([
    ["3幢5楼着火了", "119", "着火"],
    ["楼上冒着黑烟", "119", "冒着黑烟"],
    ["充电的电瓶车突然烧起来", "119", "烧起来"],
    ["樓道起火", "119", "起火"],
    ["后面厂房爆炸", "119", "爆炸"],
    ["楼道里一股煤气味", "119", "一股煤气"],
    ["厨房闻到燃气味", "119", "闻到燃气"],
    ["燃气管道被挖破，天然气泄漏", "119", "天然气泄漏"],
    ["煤气罐在漏气", "119", "煤气罐在漏"],
    ["槽罐车硫酸泄漏", "119", "槽罐车硫酸泄漏"],
    ["电梯困人两次", "119", "电梯困人"],
    ["老人被困在电梯里", "119", "被困"],
    ["我关在电梯里了", "119", "关在电梯"],
    ["老房子倒塌了", "119", "房子倒塌"],
    ["后山山体滑坡", "119", "山体滑坡"],
    ["有人被压在下面", "119", "被压在"],
    ["小孩掉进河里", "119", "掉进河"],
    ["水库有人溺水", "119", "溺水"],
    ["高压线断了垂在路上", "119", "高压线断了垂"],
    ["有人要跳楼", "110", "跳楼"],
    ["他说不想活了", "110", "不想活"],
    ["楼下打架，有人拿着刀", "110", "打架"],
    ["一个男的持刀", "110", "持刀"],
    ["老公喝醉了打我", "110", "打我"],
    ["隔壁家暴", "110", "家暴"],
    ["有人抢劫", "110", "抢劫"],
    ["有人在撬门", "110", "撬门"],
    ["孩子在公园走失", "110", "走失"],
    ["奶奶出门后找不到了", "110", "奶奶出门后找不到"],
    ["工人触电", "120", "触电"],
    ["食堂吃完好几个人中毒", "120", "中毒"],
    ["有位老人昏迷", "120", "昏迷"],
    ["老人摔在楼梯口起不来", "120", "摔在楼梯口起不来"],
    ["没有呼吸了", "120", "没有呼吸"],
    ["孩子被狗咬伤", "120", "咬伤"],
    ["瓷砖砸到孩子头", "120", "砸到孩子头"],
    ["路口车祸，司机卡在车里", "119", "卡在车里"],
    ["路口出车祸了", "122", "车祸"],
    ["电动车被汽车撞了", "122", "车被汽车撞"],
    ["马路塌陷一个大洞", "122", "路塌"],
    ["There is a fire on the third floor", "119", "fire"],
    ["I SMELL GAS in the kitchen", "119", "SMELL GAS"],
    ["my mother is stuck in the lift", "119", "stuck in"],
    ["the wall of the house has collapsed", "119", "wall of the house has collapsed"],
    ["a child is drowning", "119", "drowning"],
    ["two men fighting with a knife", "110", "fighting"],
    ["an old man is unconscious", "120", "unconscious"],
    ["car accident, one person injured", "120", "injured"],
    ["cyclist hit by a truck", "122", "hit by a"],
  ])("%s → %s (%s)", (text, number, word) => {
    expect(dangerIn(text)).toMatchObject({ number, word });
  });
});

describe("the everyday business of a community does not", () => {
  test.each([
    ["消防通道停车"],
    ["消防通道天天停车，登高面被堵"],
    ["楼道消防栓没水，灭火器过期，有火灾隐患"],
    ["社区什么时候搞消防演练"],
    ["飞线充电怕引起火灾"],
    ["堆了纸箱容易着火"],
    ["没有护栏，担心孩子溺水"],
    ["没有红绿灯，容易发生车祸"],
    ["楼道里的电线裸露，防止触电"],
    ["打电话给物业没反应，被打扫卫生的人堆了垃圾"],
    ["楼下打麻将打牌，打桩，打球"],
    ["电梯坏了三天，电梯门关不上"],
    ["没有人受伤，无人被困"],
    ["外墙瓷砖掉下来，没砸到人"],
    ["下雨就积水到脚踝，有车熄火"],
    ["充电桩的充电枪坏了"],
    ["自来水水龙头出不来水"],
    ["燃气开通要多久，燃气公司不接电话"],
    ["人行道地砖被压坏了"],
    ["献血车停在门口，献花，烧烤油烟"],
    ["老人有心脏病，噪音受不了"],
    ["狗没牵绳追小孩，没咬到"],
    ["fire lane blocked by cars"],
    ["the fire extinguisher is out of date, for fear of fire"],
    ["fireworks every night, smoke detector broken"],
    ["nobody was injured"],
    ["illegal parking on the pavement"],
    [""],
  ])("%s", (text) => {
    expect(dangerIn(text)).toBeNull();
  });
});

describe("when in doubt it alarms", () => {
  test.each([
    ["怕是着火了", "怕是 is a guess, not a fear of the future"],
    ["恐怕着火了", "so is 恐怕"],
    ["担心着火了没人知道", "着火了 may be happening"],
    ["怕有火灾，现在冒烟", "what is happening stands beside the fear"],
    ["有没有人受伤不知道", "a question is no denial"],
    ["担心他自杀", "the fear is the danger"],
    ["担心房子倒塌", "a house about to fall"],
    ["没有煤气味了", "gas is not denied by a nose"],
    ["上个月着火，今天又起火", "past and present"],
    ["消防通道停车，里面着火进不去", "a harmless phrase beside a danger"],
    ["没人受伤，但是有人昏迷", "a denial of one thing"],
  ])("%s: %s", (text) => {
    expect(dangerIn(text)).not.toBeNull();
  });
});

test("of several dangers the most urgent is named", () => {
  expect(dangerIn("有人受伤，房子着火，还在打架")).toMatchObject({ kind: "fire", number: "119" });
});

test("the word is given as it was written, wherever it stands", () => {
  const filler = fc.string({ unit: fc.constantFrom("路", "灯", "，", "Ａ", "樓", " ", "😀"), maxLength: 20 });
  fc.assert(
    fc.property(filler, filler, (before, after) => {
      expect(dangerIn(`${before}，著火了${after}`)?.word).toBe("著火");
    }),
  );
});

test("a long text is read in a moment", () => {
  const text = "门口垃圾没人清理，电梯里的广告太吵。".repeat(60);
  const began = Date.now();
  for (let time = 0; time < 20; time += 1) dangerIn(text);
  expect((Date.now() - began) / 20).toBeLessThan(20);
});
