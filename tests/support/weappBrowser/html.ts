import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { ScreenPackage } from "./protocol.ts";

const here = (file: string): string => fileURLToPath(new URL(`view/${file}`, import.meta.url));
let program: Promise<string> | null = null;

/** The screen's own program, bundled once. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [here("main.ts")],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  return outputFiles[0]?.text ?? "";
}

const inScript = (code: string): string => code.replace(/<\/script/g, "<\\/script");

/** One page that is a phone with the package on it. */
export async function screenHtml(screenPackage: ScreenPackage): Promise<string> {
  const styles = ["frame.css", "builtins.css"].map((file) => readFileSync(here(file), "utf8")).join("\n");
  program ??= bundle();
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><meta name="color-scheme" content="light dark">
<style>${styles}</style></head><body><div id="frame">
<div id="frame-bar"><button id="frame-back" aria-label="返回"></button><span id="frame-title"></span><span id="frame-capsule"></span></div>
<div id="frame-pages"></div><div id="frame-tabs"></div></div><div id="frame-layer"></div>
<script>window.screenPackage = ${inScript(JSON.stringify(screenPackage))};</script>
<script>${inScript(await program)}</script></body></html>`;
}
