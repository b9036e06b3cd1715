import fc from "fast-check";
import { expect, test } from "vitest";
import { isCaseNumber, makeCaseNumber, parseCaseNumber, readableCaseNumber } from "./caseNumber.ts";

test.each([
  ["20260309", 1, "SJ20260309000011"],
  ["20260310", 2, "SJ20260310000025"],
  ["20260318", 30, "SJ20260318000304"],
])("case %s number %i is %s", (day, sequence, caseNumber) => {
  expect(makeCaseNumber(day, sequence)).toBe(caseNumber);
});

test.each([
  ["SJ20260309000011", true, "as made"],
  ["SJ20260309000012", false, "another check digit"],
  ["SJ20260230000011", false, "a day that does not exist"],
  ["SJ2026030900001", false, "no check digit"],
  ["sj20260309000011", false, "lower case"],
  ["SJ 20260309 00001 1", false, "grouped"],
  ["", false, "nothing"],
])("%s is a case number: %s, %s", (value, valid) => {
  expect(isCaseNumber(value)).toBe(valid);
});

test("sequence 00000 is not a case number even with a right check digit", () => {
  const all = Array.from({ length: 10 }, (_, digit) => `SJ2026030900000${digit}`);
  expect(all.filter(isCaseNumber)).toEqual([]);
});

test("the first and the last sequence of a day can be made, and nothing beyond", () => {
  expect(isCaseNumber(makeCaseNumber("20260309", 1))).toBe(true);
  expect(isCaseNumber(makeCaseNumber("20260309", 99_999))).toBe(true);
  for (const sequence of [0, 100_000, -1, 1.5, Number.NaN]) {
    expect(() => makeCaseNumber("20260309", sequence)).toThrow(RangeError);
  }
  expect(() => makeCaseNumber("20260230", 1)).toThrow(RangeError);
});

test("a number is read out in groups and understood again", () => {
  expect(readableCaseNumber("SJ20260309000011")).toBe("SJ 20260309 00001 1");
  expect(readableCaseNumber("something else")).toBe("something else");
});

test.each([
  ["SJ 20260309 00001 1", "SJ20260309000011"],
  ["ｓｊ２０２６０３０９　００００１１", "SJ20260309000011"],
  ["20260309-00001-1", "SJ20260309000011"],
  ["SJ 20260309 00001 2", null],
  ["12345", null],
])("typed %s means %s", (typed, caseNumber) => {
  expect(parseCaseNumber(typed)).toBe(caseNumber);
});

test("what is made is valid, read out and parsed back, and one wrong digit is noticed", () => {
  const sequences = fc.integer({ min: 1, max: 99_999 });
  fc.assert(
    fc.property(sequences, fc.nat(13), fc.integer({ min: 1, max: 9 }), (sequence, at, shift) => {
      const made = makeCaseNumber("20261231", sequence);
      expect(parseCaseNumber(readableCaseNumber(made))).toBe(made);
      const digits = made.slice(2);
      const wrong = digits.slice(0, at) + ((Number(digits[at]) + shift) % 10) + digits.slice(at + 1);
      expect(isCaseNumber(`SJ${wrong}`)).toBe(false);
    }),
  );
});
