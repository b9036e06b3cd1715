import type { Plugin, Rolldown } from "vite";

type Bundle = Rolldown.OutputBundle;

/** What the service worker's source calls the list of files it keeps. */
const PLACEHOLDER = "__SHELL__";

/** Tells the service worker which built files make up the resident portal. */
export const shellOfApp = (): Plugin => ({
  name: "gongzhi-shell",
  apply: "build",
  generateBundle(_options, bundle) {
    const worker = bundle["sw.js"];
    if (worker?.type !== "chunk") return this.error("sw.js is missing");
    const files = ["/", ...portalFiles(bundle).map((name) => `/${name}`)];
    // It is registered as a classic script, which cannot import.
    if (worker.imports.length > 0) return this.error("sw.js must stand alone");
    if (!worker.code.includes(PLACEHOLDER)) return this.error("sw.js has no place for its list");
    worker.code = worker.code.replace(PLACEHOLDER, JSON.stringify(files));
  },
});

/** Every file the portal may load, sorted: chunks reached from the page without the workbench, and their styles. */
export function portalFiles(bundle: Bundle): string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const chunk = bundle[name];
    if (found.has(name) || chunk?.type !== "chunk" || isWorkbench(chunk)) return;
    found.add(name);
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style);
    for (const asset of chunk.viteMetadata?.importedAssets ?? []) found.add(asset);
    [...chunk.imports, ...chunk.dynamicImports].forEach(visit);
  };
  for (const chunk of Object.values(bundle)) {
    if (chunk.type === "chunk" && chunk.isEntry && chunk.fileName !== "sw.js") visit(chunk.fileName);
  }
  return [...found].sort();
}

const isWorkbench = ({ facadeModuleId }: Rolldown.OutputChunk) =>
  facadeModuleId !== null && /\/workbench\/|WorkbenchLayout/.test(facadeModuleId);
