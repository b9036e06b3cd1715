import fc from "fast-check";
import { expect, test } from "vitest";
import { passwordProblem, type PasswordProblem } from "./passwordRules.ts";

test.each<[password: string, problem: PasswordProblem | null, because: string]>([
  ["Ab3$efg", "too_short", "seven characters"],
  ["Lk3$efgh", null, "eight characters of four classes"],
  ["lk3$efgh", null, "three classes, no capitals"],
  ["LK3$EFGH", null, "three classes, no small letters"],
  ["Lkx$efgh", null, "three classes, no digit"],
  ["Lk39efgh", null, "three classes, no sign"],
  ["lkwmefgh", "too_simple", "one class"],
  ["lk39efgh", "too_simple", "two classes"],
  ["晴川的湖边有3只Ab", null, "Chinese characters count as signs and as one character each"],
  ["晴川3湖A", "too_short", "five characters although thirteen bytes"],
  [`Aa1${"x".repeat(125)}`, null, "128 characters"],
  [`Aa1${"x".repeat(126)}`, "too_long", "129 characters"],
  ["Wangfang#27", "contains_name", "the name, another case"],
  ["#27gnafgnaW", "contains_name", "the name backwards"],
  ["Ｗangfang#27", "contains_name", "the name in full width"],
  ["Password1", "too_common", "a common word and a digit"],
  ["P@ssw0rd", "too_common", "a disguised word"],
  ["P@ssw0rd123", "too_common", "a disguised word with digits"],
  ["Admin@123", "too_common", "a common word, a sign and digits"],
  ["Admin123!", "too_common", "a common word, digits and a sign"],
  ["2024Welcome!", "too_common", "digits in front"],
  ["Aa123456", "too_common", "the commonest of all in China"],
  ["Abc@1234", "too_common", "letters and digits in order"],
  ["Qwer1234", "too_common", "two rows of keys"],
  ["1qaz@WSX", "too_common", "two columns of keys"],
  ["Woaini1314", "too_common", "我爱你"],
  ["Aaa11111!", "too_common", "repetitions"],
  ["Gongzhi2026!", "too_common", "the name of the platform"],
  ["Zhejiang@2026", "too_common", "a place and a year"],
  ["Passenger-27", null, "a word that only begins like a common one"],
  ["Grid-Lake-7391", null, "several words"],
])("%s → %s: %s", (password, problem) => {
  expect(passwordProblem(password, "wang fang")).toBe(problem);
});

test("an empty or one-letter name forbids nothing", () => {
  expect(passwordProblem("Lk3$efgh", "")).toBeNull();
  expect(passwordProblem("Lk3$efgh", "L")).toBeNull();
  expect(passwordProblem("李Lk3$efgh", "李")).toBeNull();
});

test("it always answers, and never allows what is too short", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.string({ maxLength: 10 }),
      (password, name) => {
        const problem = passwordProblem(password, name);
        if ([...password].length < 8) expect(problem).toBe("too_short");
      },
    ),
  );
});
