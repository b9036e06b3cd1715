import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkCharacterOfIdNumber,
  checkCharacterOfUscc,
  checkDigitMod11x10,
  isIdNumber,
  isRealDay,
  isUscc,
  passesMod11x10,
} from "./checkDigits.ts";

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(""));

describe("MOD 11,10", () => {
  test.each([
    ["07945", true, "the example printed in ISO/IEC 7064"],
    ["9901020010010018000030205019", true, "an address code"],
    ["9901020010010018000030205010", false, "an address code with another last digit"],
    ["9901001017", true, "the digits of a joint-service code"],
    ["7", false, "a check digit of nothing"],
    ["", false, "nothing"],
    ["0794a", false, "a letter"],
  ])("%s → %s: %s", (value, valid) => {
    expect(passesMod11x10(value)).toBe(valid);
  });

  test("every single wrong digit is noticed", () => {
    fc.assert(
      fc.property(digits(13), fc.nat(13), fc.integer({ min: 1, max: 9 }), (body, at, shift) => {
        const whole = body + checkDigitMod11x10(body);
        const wrong = whole.slice(0, at) + ((Number(whole[at]) + shift) % 10) + whole.slice(at + 1);
        expect(passesMod11x10(whole)).toBe(true);
        expect(passesMod11x10(wrong)).toBe(false);
      }),
    );
  });
});

describe("unified social credit codes", () => {
  test.each([
    ["91350100M000100Y43", true, "the commonly published sample"],
    ["11990102990100018L", true, "a demo office"],
    ["91350100M000100Y44", false, "wrong check character"],
    ["9135I100M000100Y43", false, "I is not in the alphabet"],
    ["91350100M000100Y4", false, "17 characters"],
    ["91350100m000100y43", false, "lower case"],
    ["91350100M000100S43", false, "S is not in the alphabet"],
  ])("%s → %s: %s", (value, valid) => {
    expect(isUscc(value)).toBe(valid);
  });

  test("the weights are powers of three modulo 31", () => {
    expect(checkCharacterOfUscc("91350100M000100Y4")).toBe("3");
    expect(checkCharacterOfUscc("12990100990100130")).toBe("K");
  });
});

describe("identity numbers", () => {
  test.each([
    ["11010519491231002X", true, "the example printed in GB 11643-1999"],
    ["990102199003070011", true, "a demo region"],
    ["990102199003070010", false, "wrong check digit"],
    ["11010519491331002X", false, "month 13"],
    ["11010519491231002x", false, "lower case"],
    ["01010519491231002X", false, "no region begins with 0"],
    ["1101051949123100", false, "16 digits"],
  ])("%s → %s: %s", (value, valid) => {
    expect(isIdNumber(value)).toBe(valid);
  });

  test("a day that does not exist is refused even with the right check digit", () => {
    const first17 = "99010219900230001";
    expect(isIdNumber(first17 + checkCharacterOfIdNumber(first17))).toBe(false);
  });
});

test.each([
  ["20240229", true],
  ["20230229", false],
  ["19000229", false],
  ["20000229", true],
  ["20260431", false],
  ["20261231", true],
  ["20260001", false],
  ["20261301", false],
  ["20260100", false],
  ["18000101", true],
  ["17991231", false],
  ["2026-1-1", false],
])("the day %s exists: %s", (day, exists) => {
  expect(isRealDay(day)).toBe(exists);
});
