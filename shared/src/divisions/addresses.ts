import { foldWidth } from "../core/foldWidth.ts";

/** A unified address with the other texts it is known by. */
export interface KnownAddress {
  readonly standard: string;
  readonly aliases: readonly { readonly text: string }[];
}

/** An address that a text may mean: 1 is certain, and `because` is the known text that matched. */
export interface AddressCandidate<A extends KnownAddress> {
  readonly address: A;
  readonly score: number;
  readonly because: string;
}

/** The known addresses with their texts already normalised; make it once, search it often. */
export type AddressIndex<A extends KnownAddress> = readonly {
  readonly address: A;
  readonly forms: readonly { readonly key: string; readonly text: string }[];
}[];

const MOST_CANDIDATES = 5;
const numeral = "零〇一二三四五六七八九";

/** 二十三 → 23, 三 → 3, 一〇二 → 102. */
function arabic(chinese: string): string {
  const [tens, ones] = chinese.split("十");
  const digit = (part: string) =>
    [...part].map((each) => String(Math.max(0, numeral.indexOf(each) - 1))).join("");
  if (ones === undefined) return digit(chinese);
  return String(Number(digit(tens || "一")) * 10 + Number(digit(ones || "零")));
}

/**
 * An address reduced to names and numbers: half width, lower case, no spaces, and every word for a house number,
 * building, unit or room turned into a dash. 望湖苑三幢二单元501室 and 望湖苑3栋2-501 both become 望湖苑3-2-501.
 */
export function addressKey(text: string): string {
  return foldWidth(text)
    .toLowerCase()
    .replace(/[\s,，.。、;；:：()（）"“”]/g, "")
    .replace(/[‐-―−~]/g, "-")
    .replace(/([零〇一二三四五六七八九十]+)(?=号楼|[幢栋座号弄室#]|单元)/g, (_, number: string) =>
      arabic(number),
    )
    .replace(/([\da-z])(?:号楼|[幢栋座]|单元|[室房户]|号院?|弄|#楼?)/g, "$1-")
    .replace(/小区/g, "")
    .replace(/-+/g, "-")
    .replace(/-(?![\da-z])/g, "");
}

/** 省, 市, 区县, 街镇 and 社区 or 村 in front of a street, each at most once. */
const divisionsInFront =
  /^(?:\D{2,8}?(?:省|自治区))?(?:\D{2,8}?市)?(?:\D{1,8}?[区县旗])?(?:\D{2,8}?(?:街道|镇|乡))?(?:\D{2,8}?(?:社区|村))?/;

/** What an address may be shortened to: without its divisions, and without the street when a named estate follows. */
function shortForms(key: string): string[] {
  const street = key.replace(divisionsInFront, "");
  const estate = street.replace(/^\D+\d+(?:-\d+)*(?=[^\d-]{2})/, "");
  return [key, street, estate].filter((form) => /\D{2}.*\d/.test(form));
}

/** Normalises the texts of all addresses once. */
export function addressIndex<A extends KnownAddress>(addresses: readonly A[]): AddressIndex<A> {
  return addresses.map((address) => {
    const texts = [address.standard, ...address.aliases.map(({ text }) => text)];
    const forms = texts.flatMap((text) => shortForms(addressKey(text)).map((key) => ({ key, text })));
    return { address, forms };
  });
}

/** Whether `part` stands in `whole` without cutting a number in two; "inside" if a longer address goes on there. */
function stands(part: string, whole: string): "whole" | "inside" | null {
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    const [before, after] = [whole.charAt(at - 1), whole.slice(at + part.length)];
    if (/\d/.test(before) && /^\d/.test(part)) continue;
    if (/^\d/.test(after) && /\d$/.test(part)) continue;
    return /^-\d/.test(after) ? "inside" : "whole";
  }
  return null;
}

const bigrams = (text: string) => new Set([...text].slice(1).map((second, at) => [...text][at] + second));

/** How alike two names are, from 0 to 1, if their numbers are the same; slips of the pen live here. */
function likeness(a: string, b: string): number {
  const [numbers, others] = [a, b].map((key) => key.match(/\d+(?:-\d+)*$/)?.[0]);
  if (!numbers || numbers !== others) return 0;
  const [left, right] = [bigrams(a), bigrams(b)];
  const common = [...left].filter((pair) => right.has(pair)).length;
  return common / Math.max(left.size, right.size);
}

/** How surely a text means this form of an address. */
function scoreOf(query: string, form: string): number {
  if (query === form) return 1;
  const share = Math.min(query.length, form.length) / Math.max(query.length, form.length);
  const mentioned = stands(form, query);
  if (mentioned === "whole") return 0.8 + 0.15 * share;
  if (mentioned === "inside") return 0.6 + 0.1 * share;
  if (stands(query, form)) return 0.4 + 0.3 * share;
  const alike = likeness(query, form);
  return alike >= 0.5 ? 0.4 * alike : 0;
}

/** The addresses a text may mean, best first, five at most. */
export function searchAddresses<A extends KnownAddress>(
  text: string,
  index: AddressIndex<A>,
): AddressCandidate<A>[] {
  const query = addressKey(text);
  if (!/[^\d-]{2}/.test(query)) return [];
  return index
    .map(({ address, forms }) => {
      const scored = forms.map((form) => ({ score: scoreOf(query, form.key), because: form.text }));
      const best = scored.reduce((left, right) => (right.score > left.score ? right : left));
      return { address, ...best };
    })
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score)
    .slice(0, MOST_CANDIDATES);
}

/** The addresses a text may mean, by standard text or alias, best first, five at most. */
export const matchAddress = <A extends KnownAddress>(text: string, addresses: readonly A[]) =>
  searchAddresses(text, addressIndex(addresses));
