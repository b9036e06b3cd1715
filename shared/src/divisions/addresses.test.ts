import { describe, expect, test } from "vitest";
import { addressKey, matchAddress } from "./addresses.ts";

const front = "云海省望江市临湖区";
const home501 = {
  standard: `${front}青禾街道晴川社区青湖路18号望湖苑3幢2单元501室`,
  aliases: ["望湖苑3栋2-501", "青湖路18号3号楼2单元501", "青湖路18-3-2-501", "望湖苑小区三幢二单元501"],
};
const home602 = { standard: home501.standard.replace("501", "602"), aliases: ["望湖苑3栋2-602"] };
const flats = {
  standard: `${front}青禾街道学苑社区学苑路6号青年人才公寓1幢`,
  aliases: ["人才公寓一号楼", "学苑路6#1栋"],
};
const shop = { standard: `${front}沿江街道码头社区滨江路22号`, aliases: ["滨江路22-1"] };
const farm = { standard: `${front}白鹭镇荷塘村荷塘45号`, aliases: ["荷塘自然村45号"] };
const addresses = [home501, home602, flats, shop, farm].map(({ standard, aliases }) => ({
  standard,
  aliases: aliases.map((text) => ({ text })),
}));
const standards = (text: string) => matchAddress(text, addresses).map(({ address }) => address.standard);

test.each([
  ["望湖苑３幢２单元５０１室", "望湖苑3-2-501"],
  ["望湖苑 三号楼 二单元 501", "望湖苑3-2-501"],
  ["望湖苑小区3#2—501", "望湖苑3-2-501"],
  ["望湖苑3#楼2单元501室", "望湖苑3-2-501"],
  ["学苑路十二号B座二十三室", "学苑路12-b-23"],
  ["五一路一〇二号", "五一路102"],
  ["学苑一路6弄", "学苑一路6"],
  ["A座", "a"],
  ["  ", ""],
])("%s is reduced to %s", (text, key) => {
  expect(addressKey(text)).toBe(key);
});

describe("every text an address is known by finds it first, and for certain", () => {
  const texts = addresses.flatMap(({ standard, aliases }) =>
    [standard, ...aliases.map(({ text }) => text)].map((text) => [text, standard] as const),
  );
  test.each(texts)("%s", (text, standard) => {
    const [first] = matchAddress(text, addresses);
    expect(first).toMatchObject({ score: 1, address: { standard } });
  });
});

test.each([
  ["青湖路18号望湖苑3幢2单元501室", home501],
  ["望湖苑三幢2单元501", home501],
  ["望湖苑３栋２－６０２", home602],
  ["望江市临湖区滨江路22号", shop],
  ["我住望湖苑3栋2-501，楼上半夜拖椅子", home501],
  ["临湖区学苑路6号青年人才公寓1号楼", flats],
  ["荷塘 45号", farm],
  ["望湖院3幢2单元602", home602],
])("%s means %s", (text, { standard }) => {
  expect(standards(text)[0]).toBe(standard);
});

test("an address without its room may be either flat, and is less certain than a full one", () => {
  const found = matchAddress("望湖苑3幢2单元", addresses);
  expect(found.map(({ address }) => address.standard)).toEqual([home501.standard, home602.standard]);
  expect(found.every(({ score }) => score < 0.8)).toBe(true);
});

test("a number is never cut in two", () => {
  expect(standards("望湖苑3幢2单元50")).toEqual([]);
  expect(standards("望湖苑3幢2单元5012")).toEqual([]);
  expect(standards("滨江路222号")).toEqual([]);
  expect(standards("滨江路2")).toEqual([]);
});

test("another room of the same building is not proposed for a room that is not known", () => {
  expect(standards("望湖苑3幢2单元503室")).toEqual([]);
});

test("words that are no address, a bare number and nothing find nothing", () => {
  for (const text of ["", "  ", "501", "路灯不亮", "3-2-501"]) expect(standards(text)).toEqual([]);
});

test("at most five candidates come back", () => {
  const rooms = Array.from({ length: 9 }, (_, room) => ({ standard: `望湖苑3幢10${room}室`, aliases: [] }));
  expect(matchAddress("望湖苑3幢", rooms)).toHaveLength(5);
});
