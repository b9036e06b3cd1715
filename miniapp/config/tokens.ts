import { requireWithEsbuild } from "@tarojs/helper";
import { resolve } from "node:path";

type Design = typeof import("@gongzhi/shared/design");
// Taro loads its configuration as CommonJS; what is not, it compiles by this.
const { dark, icons, light, rootFont, target }: Design = requireWithEsbuild(
  resolve(__dirname, "../../shared/src/design/index.ts"),
);

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A table as a Sass map; every value in quotes, so that nothing in it is read as Sass. */
const sassMap = (table: Readonly<Record<string, string>>): string =>
  `(${Object.entries(table)
    .map(([name, value]) => `"${kebab(name)}": "${value}"`)
    .join(", ")})`;

/** The design tokens and drawings of both front ends as Sass variables, put before every style sheet. */
export const tokensSass = [
  `$light: ${sassMap({ ...light })};`,
  `$dark: ${sassMap({ ...dark })};`,
  `$icons: ${sassMap(icons)};`,
  `$font: ${rootFont.standard}px; $font-elder: ${rootFont.elder}px;`,
  `$target: ${target.standard}px; $target-elder: ${target.elder}px;`,
].join("\n");
