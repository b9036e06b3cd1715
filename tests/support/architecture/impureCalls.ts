import ts from "typescript";
import { scriptOf } from "./imports.ts";
import type { SourceFile } from "./sourceFile.ts";

/** What answers differently each time it is asked. */
const impure = ["Date.now", "Math.random", "performance.now", "crypto.randomUUID", "crypto.getRandomValues"];

/** The calls in the file that ask the time or roll the dice, as they are written; comments and strings do not count. */
export function impureCalls(file: SourceFile): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length)
      found.push("new Date()");
    // `Date()` without `new` is the time as well, whatever it is given.
    if (ts.isCallExpression(node) && node.expression.getText() === "Date") found.push("Date()");
    if (ts.isPropertyAccessExpression(node)) {
      const written = node.getText().replace(/^globalThis\./, "");
      if (impure.includes(written)) found.push(written);
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file.path, scriptOf(file), ts.ScriptTarget.Latest, true));
  return found;
}
