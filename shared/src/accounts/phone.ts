import { foldWidth } from "../core/foldWidth.ts";

/**
 * A mainland mobile number as its eleven digits, whatever the spacing, width and country code it was written
 * with; null if it is none.
 *
 * @see 《电信网编号计划》(工信部 2017): mobile numbers have eleven digits, 13 to 19 in front; country code 86 (ITU-T E.164)
 */
export function normalisePhone(written: string): string | null {
  const bare = foldWidth(written).replace(/[\s\-().‐-―]/g, "");
  const digits = bare.replace(/^(?:\+|00)?86(?=1\d{10}$)/, "");
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null;
}

/** A mobile number as it may be shown: 138****1234. What is no number of eleven digits is hidden whole. */
export const maskPhone = (phone: string): string =>
  /^\d{11}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(7)}` : "****";
