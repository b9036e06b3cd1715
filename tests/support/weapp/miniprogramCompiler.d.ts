declare module "miniprogram-compiler" {
  /** The program WeChat's compiler makes of all templates below a folder; throws on a mistake in one. */
  export function wxmlToJs(folder: string): string;
  /** The same for style sheets. */
  export function wxssToJs(folder: string): string;
}
