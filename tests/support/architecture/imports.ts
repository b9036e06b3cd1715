import { posix } from "node:path";
import ts from "typescript";
import type { SourceFile } from "./sourceFile.ts";

/** One import: what was written, and either the file of ours it leads to or the package it comes from. */
export type Import = Readonly<{ specifier: string; target: string | null; library: string | null }>;

const read = new WeakMap<SourceFile, Import[]>();

/** Everything the file imports or exports from elsewhere, types and `import()` included. */
export function importsOf(file: SourceFile): Import[] {
  const known = read.get(file);
  if (known) return known;
  const { importedFiles } = ts.preProcessFile(scriptOf(file), true, true);
  const imports = importedFiles.map(({ fileName }) => leadsTo(file.path, fileName));
  read.set(file, imports);
  return imports;
}

/** The code of the file: all of it, or what a Vue component has between its script tags. */
export function scriptOf({ path, source }: SourceFile): string {
  if (!path.endsWith(".vue")) return source;
  return [...source.matchAll(/<script\b[^>]*>(.*?)<\/script>/gs)].map(([, code]) => code).join("\n");
}

function leadsTo(path: string, specifier: string): Import {
  if (specifier.startsWith(".")) {
    return { specifier, target: posix.join(posix.dirname(path), specifier), library: null };
  }
  const ours = /^@gongzhi\/([^/]+)\/?(.*)$/.exec(specifier);
  if (ours) return { specifier, target: `${ours[1]}/${doorOf(ours[2] ?? "")}`, library: null };

  const [scope = "", name = ""] = specifier.split("/");
  return { specifier, target: null, library: scope.startsWith("@") ? `${scope}/${name}` : scope };
}

/** The file behind a door of `shared`: `cases` and `cases/ui`. A deep path stays what it is. */
function doorOf(rest: string): string {
  if (/^[^/]+\/ui$/.test(rest)) return `src/${rest}.ts`;
  return rest.includes("/") ? `src/${rest}` : `src/${rest}/index.ts`;
}
