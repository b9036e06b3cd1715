/** The letters and digits a unified social credit code may use: no I, O, S, V or Z. */
const USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

const USCC_SHAPE = /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/;

/**
 * The check digit that ISO/IEC 7064 MOD 11,10 puts behind a string of decimal digits.
 *
 * @see ISO/IEC 7064:2003, hybrid system MOD 11,10 (GB/T 17710); its printed example is 0794 → 5
 */
export function checkDigitMod11x10(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

/** Whether the last of these decimal digits is the MOD 11,10 check digit of those before it. */
export function passesMod11x10(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && digits.endsWith(checkDigitMod11x10(digits.slice(0, -1)));
}

/**
 * The check character of a unified social credit code, from its first 17 characters.
 *
 * @see GB 32100-2015: weights 3^(i-1) mod 31, check = (31 - sum mod 31) mod 31
 */
export function checkCharacterOfUscc(first17: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    sum += USCC_ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return USCC_ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Whether this is a well-formed unified social credit code (统一社会信用代码) with the right check character. */
export function isUscc(code: string): boolean {
  return USCC_SHAPE.test(code) && checkCharacterOfUscc(code.slice(0, 17)) === code.charAt(17);
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/**
 * The check character of a citizen's identity number, from its first 17 digits.
 *
 * @see GB 11643-1999, ISO/IEC 7064 MOD 11-2; its printed example is 11010519491231002X
 */
export function checkCharacterOfIdNumber(first17: string): string {
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17.charAt(at)), 0);
  return "10X98765432".charAt(sum % 11);
}

/**
 * Whether this is a well-formed identity number: an existing date of birth and the right check character.
 * The region is not looked up, because people keep the number of a region that no longer exists.
 */
export function isIdNumber(value: string): boolean {
  return (
    /^[1-9]\d{16}[\dX]$/.test(value) &&
    isRealDay(value.slice(6, 14)) &&
    checkCharacterOfIdNumber(value.slice(0, 17)) === value.charAt(17)
  );
}

/** Whether these eight digits, yyyymmdd, name a day the Gregorian calendar has, from the year 1800 on. */
export function isRealDay(yyyymmdd: string): boolean {
  if (!/^\d{8}$/.test(yyyymmdd)) return false;
  const year = Number(yyyymmdd.slice(0, 4));
  const month = Number(yyyymmdd.slice(4, 6));
  const day = Number(yyyymmdd.slice(6));
  return year >= 1800 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
