/** A request as far as the service worker's decision needs it. */
interface Asked {
  readonly method: string;
  readonly url: string;
  readonly mode: string;
}

/**
 * What the service worker does with a request: pages come from the network first, hashed assets from the cache
 * first, and everything else, the API above all, is none of its business.
 */
export function planFor({ method, url, mode }: Asked, origin: string): "page" | "asset" | null {
  const { origin: from, pathname } = new URL(url);
  if (method !== "GET" || from !== origin) return null;
  if (/^\/(api|socket\.io|m|healthz|readyz)(\/|$)/.test(pathname)) return null;
  if (mode === "navigate") return "page";
  return /^\/(assets\/|icon\.svg$|app\.webmanifest$)/.test(pathname) ? "asset" : null;
}
