import { foldWidth } from "../core/foldWidth.ts";
import { personalPatterns, type PersonalKind } from "./personalPatterns.ts";

export { maskPhone } from "../accounts/phone.ts";
export type { PersonalKind } from "./personalPatterns.ts";

/** A piece of text that gives somebody away: what it is, where it stands, and what to show instead. */
export interface PersonalFinding {
  readonly kind: PersonalKind;
  readonly text: string;
  readonly at: number;
  readonly masked: string;
}

const searches = personalPatterns.map(({ kind, before, body, mask }) => ({
  kind,
  mask,
  pattern: new RegExp(`(${before})(${body})`, "gi"),
}));

/**
 * What in this text is personal information, in the order of the text; for the warning before something is
 * published. Of two findings that overlap the earlier one is kept, or the longer if they begin together.
 */
export function findPersonal(text: string): PersonalFinding[] {
  const folded = foldWidth(text);
  const found: PersonalFinding[] = [];
  for (const { kind, mask, pattern } of searches) {
    for (const match of folded.matchAll(pattern)) {
      const [, before = "", body = ""] = match;
      const at = match.index + before.length;
      const masked = mask(body, folded.slice(0, at));
      if (masked !== null) found.push({ kind, text: text.slice(at, at + body.length), at, masked });
    }
  }
  found.sort((left, right) => left.at - right.at || right.text.length - left.text.length);
  let end = 0;
  return found.filter((finding) => {
    if (finding.at < end) return false;
    end = finding.at + finding.text.length;
    return true;
  });
}

/**
 * The text with every piece of personal information in it masked, for readers who are not handling the case. It
 * errs on the side of hiding; a street number, a building and an office's own number or room stay.
 */
export function maskPersonal(text: string): string {
  let shown = "";
  let from = 0;
  for (const { at, text: found, masked } of findPersonal(text)) {
    shown += text.slice(from, at) + masked;
    from = at + found.length;
  }
  return shown + text.slice(from);
}
