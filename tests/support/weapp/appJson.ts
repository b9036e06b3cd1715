/** What the harness reads of a compiled app.json. */
export interface AppJson {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly window?: WindowJson;
  readonly tabBar?: {
    readonly color?: string;
    readonly selectedColor?: string;
    readonly backgroundColor?: string;
    readonly borderStyle?: string;
    readonly list: readonly TabJson[];
  };
  readonly themeLocation?: string;
  readonly requiredPrivateInfos?: readonly string[];
}

/** The look of a page's frame, in app.json and in the page's own. */
export interface WindowJson {
  readonly navigationBarTitleText?: string;
  readonly navigationBarBackgroundColor?: string;
  readonly navigationBarTextStyle?: string;
  readonly navigationStyle?: "default" | "custom";
  readonly backgroundColor?: string;
  readonly enablePullDownRefresh?: boolean;
}

/** One tab. */
export interface TabJson {
  readonly pagePath: string;
  readonly text: string;
  readonly iconPath?: string;
  readonly selectedIconPath?: string;
}

/** Every page of the app, of the main package and of the subpackages. */
export const routesOf = ({ pages, subPackages = [] }: AppJson): string[] => [
  ...pages,
  ...subPackages.flatMap(({ root, pages: inside }) =>
    inside.map((page) => `${root}/${page}`.replace(/\/+/g, "/")),
  ),
];

/** The pages the tab bar leads to. */
export const tabRoutesOf = ({ tabBar }: AppJson): string[] =>
  (tabBar?.list ?? []).map(({ pagePath }) => pagePath);

/** `/a/b?x=1` as WeChat hands it to a page; values are not decoded, as there. */
export function readUrl(url: string): { route: string; options: Record<string, string> } {
  const [path = "", query = ""] = url.replace(/^\//, "").split("?");
  const pairs = query.split("&").filter(Boolean);
  return { route: path, options: Object.fromEntries(pairs.map((pair) => splitOnce(pair))) };
}

const splitOnce = (pair: string): [string, string] => {
  const at = pair.indexOf("=");
  return at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
};
