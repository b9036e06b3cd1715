import {
  catalogueIndex,
  dangerIn,
  everydayWords,
  noiseSources,
  resolveEvent,
  Catalogue,
} from "@gongzhi/shared/taxonomy";
import { describe, expect, test } from "vitest";
import reports from "./data/reports.json" with { type: "json" };
import taxonomy from "./data/taxonomy.json" with { type: "json" };

const { types } = Catalogue.parse(taxonomy);
const index = catalogueIndex(types);
const first = (text: string) => resolveEvent(text, index).suggestions[0]?.code;
const words = reports.reports.map(({ title, description, expectedTypeCode }) => ({
  text: `${title}。${description}`,
  expectedTypeCode,
}));

describe("the demo taxonomy", () => {
  test("has 14 classes, 100 types and 394 aliases beside 其它, with codes that are never double", () => {
    expect(taxonomy.classes).toHaveLength(14);
    expect(new Set(types.map(({ code }) => code)).size).toBe(100);
    const aliases = types.flatMap((type) => type.aliases.map(({ name }) => name));
    expect(aliases.filter((name) => name !== "其它")).toHaveLength(394);
    expect(new Set(aliases).size).toBe(aliases.length);
  });

  test("is known by everyday words for its own types only, and for nearly all of them", () => {
    const codes = types.map(({ code }) => code);
    const known = Object.keys(everydayWords);
    expect(known.filter((code) => !codes.includes(code))).toEqual([]);
    expect(codes.filter((code) => !known.includes(code))).toEqual(["149900"]);
  });

  test("asks about the source of a noise with the answers the rules know", () => {
    const field = taxonomy.fieldDefs.find(({ key }) => key === "noiseSource");
    expect(field?.options).toEqual([...noiseSources]);
  });
});

describe("words resolve to their event", () => {
  test("every standard name, in Chinese and English", () => {
    for (const { code, nameZh, nameEn } of types)
      expect([first(nameZh), first(nameEn)]).toEqual([code, code]);
  });

  test("every alias", () => {
    const wrong = types.flatMap(({ code, aliases }) =>
      aliases.filter(({ name }) => first(name) !== code).map(({ name }) => name),
    );
    expect(wrong).toEqual([]);
  });

  test.each(["城区噪音处置", "生活噪音处置", "噪音", "噪声", "城区噪音", "楼上噪音"])(
    "%s is neighbourhood noise, with one question",
    (text) => {
      const found = resolveEvent(text, index);
      expect(found.suggestions[0]?.code).toBe("020100");
      expect(found.ask?.candidates).toEqual(["020100", "020300", "020400", "020200"]);
    },
  );

  test.each(reports.reports.map(({ localTerm, expectedTypeCode }) => [localTerm, expectedTypeCode]))(
    "the local term %s is %s",
    (localTerm, code) => {
      expect(first(localTerm ?? "")).toBe(code);
    },
  );
});

describe("the residents' own sentences", () => {
  const ranks = words.map(({ text, expectedTypeCode }) =>
    resolveEvent(text, index).suggestions.findIndex(({ code }) => code === expectedTypeCode),
  );

  test("have their event among the first three", () => {
    expect(ranks.filter((rank) => rank >= 0)).toHaveLength(30);
  });

  test("have it first in at least 26 of 30", () => {
    expect(ranks.filter((rank) => rank === 0).length).toBeGreaterThanOrEqual(26);
  });

  test("alarm for the lift and the gas, and for nothing else", () => {
    const alarms = words.flatMap(({ text }) => dangerIn(text) ?? []);
    expect(alarms.map(({ kind, number }) => [kind, number])).toEqual([
      ["trapped", "119"],
      ["gas", "119"],
    ]);
  });
});

test("of the names and aliases only those that tell of danger alarm", () => {
  const alarming = types.flatMap(({ nameZh, aliases }) =>
    [nameZh, ...aliases.map(({ name }) => name)].filter((name) => dangerIn(name) !== null),
  );
  expect(alarming).toEqual([
    "路面塌陷",
    "道路塌陷",
    "电梯困人",
    "燃气泄漏",
    "燃气管道破裂",
    "煤气味",
    "山体滑坡",
    "犬只伤人",
    "家暴求助",
  ]);
});
