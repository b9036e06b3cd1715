/**
 * The same text in half width: ！ to ～ become ! to ~, and the ideographic space becomes a space. Every character
 * stays one character, so positions found in the folded text hold in the original.
 *
 * @see Unicode block "Halfwidth and Fullwidth Forms", U+FF01 to U+FF5E
 */
export const foldWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, " ");
