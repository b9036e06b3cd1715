import { foldWidth } from "../core/foldWidth.ts";

/** What is wrong with a password. */
export type PasswordProblem = "too_short" | "too_long" | "too_simple" | "contains_name" | "too_common";

/** DOMAIN section 5, GB/T 22239: at least this many characters of three of the four classes. */
export const MIN_PASSWORD_LENGTH = 8;
/** Longer ones would only cost hashing time. */
export const MAX_PASSWORD_LENGTH = 128;
const CLASSES_NEEDED = 3;

const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];

/** Words that make a password guessable when nothing but digits and signs is put around them. */
const commonWords = new Set(
  (
    "a aa aaa ab abc abcd abcde abcabc qwe qwer qwert qwerty qwertyuiop asd asdf asdfgh zxc zxcv zxcvbn qaz qazwsx " +
    "qazwsxedc qaws password passwd passwort pass pwd word admin administrator root user guest test demo system " +
    "login welcome hello letmein master secret changeme default iloveyou love sunshine princess dragon monkey " +
    "football baseball superman batman woaini aini mima gongzhi zhejiang beijing shanghai hangzhou china zhongguo " +
    "huawei xiaomi tencent taobao alibaba weixin wechat"
  ).split(" "),
);

/** Keys and digits in the order that stands for no secret. */
const rows = [
  "01234567890",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "1qaz2wsx3edc4rfv5tgb",
];
const reversed = (text: string) => [...text].reverse().join("");
const neighbours = new Set(
  [...rows, ...rows.map(reversed)].flatMap((row) =>
    [...row].slice(1).map((each, at) => row.charAt(at) + each),
  ),
);

const lookAlikes: Record<string, string> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "0": "o",
  "$": "s",
  "1": "i",
  "!": "i",
};
const undisguised = (text: string) => [...text].map((each) => lookAlikes[each] ?? each).join("");
const lettersOf = (text: string) => text.replace(/[^a-z]/g, "");

/** Whether the text is one word of the list between digits and signs, plainly or disguised as in P@ssw0rd. */
function isCommonWord(lower: string): boolean {
  if (/[^ -~]/.test(lower)) return false;
  const core = lower.replace(/^[^a-z@$]+|[^a-z@$]+$/g, "");
  return [lettersOf(lower), core, undisguised(core)].some((word) => commonWords.has(word));
}

/** Whether at most two characters are left once runs of three or more along the keyboard or of one key are out. */
function isRun(lower: string): boolean {
  let left = lower.length;
  let run = 1;
  for (let at = 1; at <= lower.length; at += 1) {
    const [before, here] = [lower.charAt(at - 1), lower.charAt(at)];
    if (here !== "" && (before === here || neighbours.has(before + here))) {
      run += 1;
      continue;
    }
    if (run >= 3) left -= run;
    run = 1;
  }
  return left <= 2;
}

/**
 * The first thing wrong with a password for this name, or null. Refused are passwords that hold the name, and the
 * most common ones: a well-known word with digits around it, or a run along the keyboard.
 */
export function passwordProblem(password: string, name: string): PasswordProblem | null {
  const length = [...password].length;
  if (length < MIN_PASSWORD_LENGTH) return "too_short";
  if (length > MAX_PASSWORD_LENGTH) return "too_long";
  if (classes.filter((each) => each.test(password)).length < CLASSES_NEEDED) return "too_simple";

  const lower = foldWidth(password).toLowerCase();
  const ownName = foldWidth(name).toLowerCase().replace(/\s/g, "");
  const holdsName = ownName.length >= 2 && (lower.includes(ownName) || lower.includes(reversed(ownName)));
  if (holdsName) return "contains_name";
  return isCommonWord(lower) || isRun(lower) ? "too_common" : null;
}
