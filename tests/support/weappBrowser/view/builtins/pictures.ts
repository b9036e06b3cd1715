import { inside, type Builtin } from "./builtin.ts";

/** Where the harness serves what a picture's source names. */
export function urlOf(source: string, route: string): string {
  if (/^(https?|data|blob):/.test(source)) return source;
  if (source.startsWith("wxfile://")) return `/file?path=${encodeURIComponent(source)}`;
  const folder = source.startsWith("/") ? "" : route.slice(0, route.lastIndexOf("/") + 1);
  return `/package/${folder}${source.replace(/^\//, "")}`;
}

/** A picture, cut or fitted as its mode says. */
export const image: Builtin = {
  properties: ["src", "mode", "lazyLoad"],
  draw(part) {
    const picture = inside(part.host, "img");
    picture.alt = "";
    picture.addEventListener("load", () =>
      part.fire("load", { width: picture.naturalWidth, height: picture.naturalHeight }),
    );
    picture.addEventListener("error", () => part.fire("error", { errMsg: `GET ${picture.src} failed` }));
    const route = part.host.closest<HTMLElement>("[data-route]")?.dataset.route ?? "";
    let shown: unknown;
    return () => {
      const source = part.get("src");
      if (source === shown) return;
      shown = source;
      if (source) picture.src = urlOf(String(source), route);
      else picture.removeAttribute("src");
    };
  },
};
