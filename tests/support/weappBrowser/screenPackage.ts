import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { TmplGroup } from "glass-easel-template-compiler";
import { builtinNames } from "./view/builtins/names.ts";
import type { ScreenPackage } from "./protocol.ts";
import { readWxss } from "./wxss.ts";

/** JSON files of a package that belong to no page or component. */
const NOT_OF_A_PAGE = ["app.json", "theme.json", "sitemap.json", "project.config.json"];
/** Tags of the template language itself. */
const LANGUAGE = ["block", "template", "import", "include", "wxs", "slot", "page-meta"];

/** Compiles a package for the screen; throws what glass-easel finds wrong in its templates. */
export function compilePackage(dist: string, width: number): ScreenPackage {
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).map((file) =>
    file.split(path.sep).join("/"),
  );
  const read = (file: string) => readFileSync(path.join(dist, file), "utf8");
  const ofKind = (kind: string) => files.filter((file) => file.endsWith(`.${kind}`));
  const builtins = Object.fromEntries(builtinNames.map((name) => [name, `/wx/${name}`]));

  const configs: Record<string, { component?: boolean; usingComponents?: Record<string, string> }> = {};
  for (const file of ofKind("json").filter((each) => !NOT_OF_A_PAGE.includes(each))) {
    const config = JSON.parse(read(file)) as { usingComponents?: Record<string, string> };
    // Classes keep their names: the package has one style sheet for all, as Taro writes it.
    const shared = { ...config, styleIsolation: "shared" };
    configs[bare(file)] = { ...shared, usingComponents: { ...builtins, ...config.usingComponents } };
  }

  const group = new TmplGroup();
  const wrong: string[] = [];
  for (const file of ofKind("wxml")) {
    const found = (group.addTmpl(bare(file), read(file)) ?? []) as Diagnostic[];
    wrong.push(...found.map(({ message, start_line }) => `${file}:${start_line + 1} ${message}`));
    wrong.push(
      ...unknownTags(read(file), Object.values(configs)).map((tag) => `${file}: <${tag}> is not drawn`),
    );
  }
  for (const file of ofKind("wxs")) group.addScript(bare(file), read(file));
  for (const name of builtinNames) group.addTmpl(`wx/${name}`, "<slot/>");
  if (wrong.length > 0) throw new Error(wrong.join("\n"));

  const styles = Object.fromEntries(ofKind("wxss").map((file) => [bare(file), readWxss(dist, file, width)]));
  return { templates: group.getTmplGenObjectGroups(), configs, styles };
}

interface Diagnostic {
  readonly message: string;
  readonly start_line: number;
}

const bare = (file: string): string => file.replace(/\.\w+$/, "");

function unknownTags(wxml: string, configs: { usingComponents?: Record<string, string> }[]): string[] {
  const known = new Set([
    ...LANGUAGE,
    ...configs.flatMap(({ usingComponents }) => Object.keys(usingComponents ?? {})),
  ]);
  const tags = [...wxml.matchAll(/<([a-z][\w-]*)/g)].map(([, tag]) => tag ?? "");
  return [...new Set(tags)].filter((tag) => !known.has(tag) && !tag.startsWith("wx-"));
}

/** theme.json of a package: what `@name` stands for in one theme. */
export function readTheme(dist: string, theme: "light" | "dark"): Readonly<Record<string, string>> {
  const file = path.join(dist, "theme.json");
  if (!existsSync(file)) return {};
  return (JSON.parse(readFileSync(file, "utf8")) as Record<string, Record<string, string>>)[theme] ?? {};
}
