import { record, settle, WxFailure, type Callbacks, type World } from "./answer.ts";
import { NavigationRefused, type PageHandle, type PageStack } from "../pageStack.ts";

type Going = Callbacks & { url: string };

/** What of the page stack is moved by the app itself. */
export type Pages = Pick<
  PageStack<PageHandle>,
  "top" | "navigateTo" | "redirectTo" | "switchTab" | "reLaunch" | "navigateBack"
>;

/** The five ways from one page to another. */
export function navigationApis(world: World, pages: Pages) {
  const go =
    <Options extends Callbacks>(api: string, move: (options: Options) => void) =>
    (options: Options = {} as Options) => {
      record(world, api, options);
      return settle(world, api, options, () => {
        try {
          move(options);
        } catch (error) {
          throw error instanceof NavigationRefused ? new WxFailure(error.message) : error;
        }
      });
    };
  const from = (url: string) => absolute(url, pages.top?.route ?? "");
  return {
    navigateTo: go<Going>("navigateTo", ({ url }) => pages.navigateTo(from(url))),
    redirectTo: go<Going>("redirectTo", ({ url }) => pages.redirectTo(from(url))),
    switchTab: go<Going>("switchTab", ({ url }) => pages.switchTab(from(url))),
    reLaunch: go<Going>("reLaunch", ({ url }) => pages.reLaunch(from(url))),
    navigateBack: go<Callbacks & { delta?: number }>("navigateBack", ({ delta }) =>
      pages.navigateBack(delta),
    ),
  };
}

/** A URL without a leading slash starts from the folder of the page it is used on. */
function absolute(url: string, route: string): string {
  if (url.startsWith("/")) return url;
  const folders = route.split("/").slice(0, -1);
  const [path = "", query] = url.split("?");
  for (const part of path.split("/")) {
    if (part === "..") folders.pop();
    else if (part !== ".") folders.push(part);
  }
  return `/${folders.join("/")}${query === undefined ? "" : `?${query}`}`;
}
