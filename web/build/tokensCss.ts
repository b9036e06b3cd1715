import type { Plugin } from "vite";
import { cssVariables, dark, light, rootFont, target } from "../../shared/src/design/tokens.ts";

const NAME = "virtual:tokens.css";

/** The design tokens as a style sheet: both appearances, the standard and the elder sizes. */
export const tokensCss = (): Plugin => ({
  name: "gongzhi-tokens",
  resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
  load: (id) => (id === `\0${NAME}` ? sheet : undefined),
});

// In per cent of the reader's own size, so that a larger browser font stays larger.
const percent = (px: number) => `${(px * 100) / 16}%`;

const sheet = `
:root { color-scheme: light; ${cssVariables(light)} --target: ${target.standard}px; font-size: ${percent(rootFont.standard)}; }
:root[data-elder] { --target: ${target.elder}px; font-size: ${percent(rootFont.elder)}; }
@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { color-scheme: dark; ${cssVariables(dark)} } }
:root[data-theme="dark"] { color-scheme: dark; ${cssVariables(dark)} }
`;
