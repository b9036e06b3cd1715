import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A file of the project, its path written from the top with forward slashes. */
export type SourceFile = Readonly<{ path: string; source: string }>;

const packages = ["shared", "server", "web", "miniapp", "tests"];
const results = /^(node_modules|dist|dist-h5|output|coverage)$/;
const written = /\.(ts|vue|mjs|js|css|scss)$/;

/** Every file of ours under the five packages. */
export function readSources(top: string): SourceFile[] {
  return packages
    .filter((name) => existsSync(join(top, name)))
    .flatMap((name) => filesUnder(top, name))
    .map((path) => ({ path, source: readFileSync(join(top, path), "utf8") }));
}

function filesUnder(top: string, folder: string): string[] {
  return readdirSync(join(top, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return results.test(entry.name) ? [] : filesUnder(top, path);
    return written.test(entry.name) ? [path] : [];
  });
}
