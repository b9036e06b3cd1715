/** The values of one appearance; every pair of text and ground meets WCAG 2.1 AA. */
interface Palette {
  /** The page, a card on it, and a quieter panel. */
  readonly ground: string;
  readonly surface: string;
  readonly quiet: string;
  readonly line: string;
  readonly ink: string;
  readonly inkSoft: string;
  /** Pine green: the colour of what one may do. */
  readonly primary: string;
  readonly primaryStrong: string;
  readonly primaryQuiet: string;
  readonly onPrimary: string;
  /** Cinnabar: danger, overdue. Ochre: soon due. Leaf: in time, done. */
  readonly danger: string;
  readonly dangerQuiet: string;
  readonly warn: string;
  readonly warnQuiet: string;
  readonly good: string;
  readonly goodQuiet: string;
  readonly focus: string;
}

export const light: Palette = {
  ground: "#f7f4ec",
  surface: "#ffffff",
  quiet: "#ece7d9",
  line: "#d9d4c4",
  ink: "#1c2723",
  inkSoft: "#52605a",
  primary: "#0f6b5c",
  primaryStrong: "#0a5145",
  primaryQuiet: "#dcefe9",
  onPrimary: "#ffffff",
  danger: "#b3261e",
  dangerQuiet: "#fbe9e6",
  warn: "#8a5300",
  warnQuiet: "#fdf0d9",
  good: "#2c6e2f",
  goodQuiet: "#e3f2e1",
  focus: "#c2410c",
};

export const dark: Palette = {
  ground: "#121917",
  surface: "#1b2421",
  quiet: "#24302c",
  line: "#3a4843",
  ink: "#e7eeea",
  inkSoft: "#a9b8b1",
  primary: "#63cdb6",
  primaryStrong: "#8fe0ce",
  primaryQuiet: "#1d3f38",
  onPrimary: "#06261f",
  danger: "#ff9a8f",
  dangerQuiet: "#43211e",
  warn: "#f3b95f",
  warnQuiet: "#3d2d12",
  good: "#8fd08f",
  goodQuiet: "#1e3a20",
  focus: "#ffb86b",
};

/**
 * Root font sizes in px. Elder mode (长辈版) enlarges everything through it: main text at least 18 px and main
 * targets at least 60 px (工信部《移动互联网应用适老化通用设计规范》2021).
 */
export const rootFont = { standard: 16, elder: 21 } as const;

/** Smallest target in px, standard and elder. */
export const target = { standard: 44, elder: 60 } as const;

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A palette as CSS custom properties, `--ink: …`. */
export const cssVariables = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, value]) => `--${kebab(name)}: ${value};`)
    .join(" ");
