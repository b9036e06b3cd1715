import { describe, expect, test } from "vitest";
import { bare } from "./catalogueIndex.ts";
import { answerNoiseSource, catalogueIndex, noiseSources, resolveEvent, type NamedType } from "./resolve.ts";

const named = (code: string, nameZh: string, nameEn: string, aliases: NamedType["aliases"], more = {}) => ({
  code,
  nameZh,
  nameEn,
  aliases,
  ...more,
});
const types: NamedType[] = [
  named(
    "020100",
    "生活噪声",
    "Neighbourhood noise",
    [
      { name: "城区噪音处置", locality: "衢州市衢江区" },
      { name: "生活噪音处置", locality: "温州龙港市" },
      { name: "广场舞扰民" },
      { name: "闹心事", locality: "龙港市" },
    ],
    { disambiguateWith: ["020300", "020400"] },
  ),
  named("020300", "商业经营噪声", "Commercial noise", [{ name: "店铺喇叭" }, { name: "KTV噪音" }]),
  named("020400", "施工噪声", "Construction noise", [{ name: "夜间施工" }, { name: "工地噪音" }]),
  named("010400", "垃圾箱满溢或破损", "Overflowing / broken bin", [
    { name: "垃圾桶满溢" },
    { name: "垃圾箱(果屑箱)" },
  ]),
  named("050500", "停车位规则不清", "Unclear parking-bay rule", [{ name: "黄色车位" }]),
  named("080100", "邻里与物业纠纷调解", "Neighbour & property dispute mediation", [
    { name: "邻里矛盾" },
    { name: "闹心事", locality: "衢江区" },
  ]),
  named("149900", "其他事项", "Other", [{ name: "其他" }]),
];
const index = catalogueIndex(types, {
  "020100": "跳舞 音响 吵 噪声",
  "020300": "喇叭 音响",
  "050500": "车位 停车位",
});
const read = (text: string, locality?: string) => resolveEvent(text, index, locality);

describe("the steps of the rule, in order", () => {
  test.each([
    ["生活噪声", "name", "020100"],
    ["Commercial noise", "name", "020300"],
    ["  施工噪声 ", "name", "020400"],
    ["城区噪音处置", "alias", "020100"],
    ["生活噪音处置", "alias", "020100"],
    ["黄色车位", "alias", "050500"],
    ["生活噪声处置", "normalised", "020100"],
    ["城區噪音處置", "normalised", "020100"],
    ["店 铺 喇 叭", "normalised", "020300"],
    ["ｋｔｖ噪声", "normalised", "020300"],
    ["垃圾箱（果屑箱）", "normalised", "010400"],
    ["COMMERCIAL NOISE", "normalised", "020300"],
    ["其它事项", "normalised", "149900"],
    ["噪音", "contained", "020100"],
    ["噪声", "contained", "020100"],
    ["小区南门晚上放音响跳舞低音很重", "contained", "020100"],
    ["晴川路的黄色车位到底能不能停", "contained", "050500"],
    ["commercial noise from the shop", "contained", "020300"],
    ["垃圾桶满了", "similar", "010400"],
    ["工地噪声太大", "contained", "020400"],
    ["商业噪声", "similar", "020300"],
  ])("%s is understood by %s as %s", (text, matched, code) => {
    const found = read(text);
    expect(found.matched).toBe(matched);
    expect(found.suggestions[0]?.code).toBe(code);
  });

  test("what nothing matches is left to people", () => {
    for (const text of ["", "   ", "。。。", "今天天气很好", "hello", "1234567"]) {
      expect(read(text)).toEqual({ matched: "none", suggestions: [], ask: null });
    }
  });
});

describe("what is said with a suggestion", () => {
  test("certain matches score more than sentences, and scores stay between 0 and 1", () => {
    const score = (text: string) => read(text).suggestions[0]?.score ?? 0;
    const [name, normalised, sentence, similar] = [
      "生活噪声",
      "生活噪声处置",
      "门口放音响跳舞",
      "垃圾桶满了",
    ].map(score);
    expect([name, normalised]).toEqual([1, 0.98]);
    for (const each of [sentence, similar]) {
      expect(each).toBeGreaterThan(0);
      expect(each).toBeLessThan(0.98);
    }
  });

  test("the reason is the resident's own word, as it was written", () => {
    expect(read("晚上跳 舞太吵").suggestions[0]?.because).toBe("跳 舞");
    expect(read("門口的黃色車位！").suggestions[0]?.because).toBe("黃色車位");
    expect(read("那个垃圾桶满了没人管").suggestions[0]?.because).toBe("垃圾桶满");
    expect(read(" 生活噪声 ").suggestions[0]?.because).toBe("生活噪声");
  });

  test("at most three come back, best first, each once", () => {
    const { suggestions } = read("店铺喇叭和工地噪音、黄色车位、垃圾桶满溢、邻里矛盾");
    expect(suggestions).toHaveLength(3);
    expect(new Set(suggestions.map(({ code }) => code)).size).toBe(3);
    const scores = suggestions.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((left, right) => right - left));
  });

  test("a word of several types counts less than one of its own", () => {
    expect(read("音响").suggestions.map(({ code }) => code)).toEqual(["020100", "020300"]);
    expect(read("音响和喇叭").suggestions[0]?.code).toBe("020300");
  });

  test("an English word is not found inside another", () => {
    expect(catalogueIndex([named("1", "店", "Bin", [])], {}).terms.has("bin")).toBe(true);
    expect(resolveEvent("cabinets", catalogueIndex([named("1", "店", "Bin", [])], {})).matched).toBe("none");
  });
});

describe("a local name that two places use for different things", () => {
  test.each([
    ["温州龙港市", ["020100"]],
    ["衢州市衢江区", ["080100"]],
    ["别处", ["020100", "080100"]],
    [undefined, ["020100", "080100"]],
  ])("means in %s %j", (locality, codes) => {
    const found = read("闹心事", locality);
    expect(found.matched).toBe("alias");
    expect(found.suggestions.map(({ code }) => code)).toEqual(codes);
  });
});

describe("the one question about a noise", () => {
  test("is asked when neighbourhood noise comes first, whichever way it was understood", () => {
    for (const text of ["生活噪声", "广场舞扰民", "噪音", "晚上跳舞太吵"]) {
      expect(read(text).ask).toEqual({ candidates: ["020100", "020300", "020400"] });
    }
  });

  test("is not asked when the noise has a source already, or there is no noise", () => {
    for (const text of ["夜间施工", "店铺喇叭", "黄色车位", "今天天气很好"])
      expect(read(text).ask).toBeNull();
  });

  test.each([
    ["广场舞/音响", "020100"],
    ["宠物", "020100"],
    ["乐器/家电", "020100"],
    ["室内装修", "020200"],
    ["商铺喇叭", "020300"],
    ["空调外机/冷却塔", "020700"],
    ["施工机械", "020400"],
    ["夜间施工", "020400"],
    ["交通", "020600"],
    ["其他", "020100"],
  ] as const)("%s → %s", (source, code) => {
    expect(answerNoiseSource(source)).toBe(code);
    expect(noiseSources).toContain(source);
  });
});

test.each([
  ["  黄色 车位！", "黄色车位"],
  ["E-bike  parking / charging", "e bike parking charging"],
  ["ＫＴＶ 噪音", "ktv噪声"],
  ["3 幢", "3幢"],
  ["…", ""],
])("%s is compared as %s", (text, compared) => {
  expect(bare(text)).toBe(compared);
});

test("a report of a thousand characters is read in a moment", () => {
  const long = "小区南门晚上放音响跳舞低音很重，垃圾桶满了。".repeat(45);
  read(long);
  const began = Date.now();
  for (let time = 0; time < 20; time += 1) read(long);
  expect((Date.now() - began) / 20).toBeLessThan(20);
});
