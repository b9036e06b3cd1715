import { checkDigitMod11x10, isRealDay, passesMod11x10 } from "../core/checkDigits.ts";
import { foldWidth } from "../core/foldWidth.ts";

/** A county numbers its cases of a day from 1 to this. */
export const LAST_SEQUENCE = 99_999;

const SHAPE = /^SJ(\d{8})(\d{5})(\d)$/;

/**
 * The number of a case: SJ, the day in Shanghai, the county's sequence of that day in five digits, and a check
 * digit over those 13 digits. Asking for a day that does not exist or a sequence outside 1 to 99999 is a fault
 * of the caller.
 *
 * @see ISO/IEC 7064 MOD 11,10 for the check digit; the structure is this platform's own
 */
export function makeCaseNumber(day: string, sequence: number): string {
  if (!isRealDay(day)) throw new RangeError(`Not a day as yyyymmdd: ${day}`);
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > LAST_SEQUENCE) {
    throw new RangeError(`A case's sequence of the day is 1 to ${LAST_SEQUENCE}, not ${sequence}`);
  }
  const digits = day + String(sequence).padStart(5, "0");
  return `SJ${digits}${checkDigitMod11x10(digits)}`;
}

/** Whether this is a case number as it is stored: right shape, an existing day, a right check digit. */
export function isCaseNumber(value: string): boolean {
  const [, day = "", sequence] = SHAPE.exec(value) ?? [];
  return isRealDay(day) && sequence !== "00000" && passesMod11x10(value.slice(2));
}

/** A case number in groups that can be read out and typed: SJ 20260309 00001 1. */
export const readableCaseNumber = (caseNumber: string): string => caseNumber.replace(SHAPE, "SJ $1 $2 $3");

/** The case number somebody typed, whatever the spacing, width and case; null if it is none. */
export function parseCaseNumber(typed: string): string | null {
  const bare = foldWidth(typed).replace(/[\s-]/g, "").toUpperCase();
  const caseNumber = /^\d{14}$/.test(bare) ? `SJ${bare}` : bare;
  return isCaseNumber(caseNumber) ? caseNumber : null;
}
