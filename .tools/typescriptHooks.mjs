// Types are taken away by esbuild (which `tests` depends on); everything else is Node's own module loading.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const { transform } = createRequire(new URL("../tests/package.json", import.meta.url))("esbuild");

export async function load(url, context, nextLoad) {
  const { pathname } = new URL(url);
  if (pathname.endsWith(".json")) {
    // Bundlers import JSON without an attribute, Node would insist on one.
    const source = `export default ${await readFile(fileURLToPath(url), "utf8")}`;
    return { format: "module", source, shortCircuit: true };
  }
  if (!pathname.endsWith(".ts")) return nextLoad(url, context);

  const source = await readFile(fileURLToPath(url), "utf8");
  const { code } = await transform(source, {
    loader: "ts",
    format: "esm",
    target: "node20",
    sourcefile: fileURLToPath(url),
    sourcemap: "inline",
    // What is imported only as a type must go, and what is imported for its effect must stay: as tsc does here.
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  return { format: "module", source: code, shortCircuit: true };
}
