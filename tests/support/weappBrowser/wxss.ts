import { readFileSync } from "node:fs";
import path from "node:path";
import { toPixels } from "./toPixels.ts";

/** Elements a style sheet may name, which are `wx-…` in the browser. */
const NAMED =
  "view|text|button|input|textarea|image|scroll-view|picker|switch|radio|checkbox|label|form|slider|page";
const elementName = new RegExp(`(^|[\\s>+~,(])(${NAMED})(?=$|[\\s>+~,).:#\\[])`, "g");

/** A style sheet of the package as the browser needs it: imports inlined, rpx as px, elements by their own names. */
export function readWxss(dist: string, file: string, width: number): string {
  const sheet = inline(dist, file, new Set());
  const named = sheet.replace(/([^{}]+)\{/g, (whole, prelude: string) =>
    prelude.trim().startsWith("@") ? whole : `${prelude.replace(elementName, "$1wx-$2")}{`,
  );
  return toPixels(named, width);
}

function inline(dist: string, file: string, seen: Set<string>): string {
  if (seen.has(file)) return "";
  seen.add(file);
  const text = readFileSync(path.join(dist, file), "utf8");
  return text.replace(/@import\s+["']([^"']+)["'];?/g, (_, imported: string) =>
    inline(dist, path.posix.join(path.posix.dirname(file), imported), seen),
  );
}
