import type { IncomingMessage } from "node:http";

/** The origin the portal is reached by; null where it is whatever host the browser asked for. */
export type OwnOrigin = string | null;

/** Whether a request was made by a page of ours, by a foreign page, or by something that does not say. */
export function originOf(req: IncomingMessage, own: OwnOrigin): "own" | "foreign" | "unknown" {
  const { origin, host } = req.headers;
  if (origin === undefined) return req.headers["sec-fetch-site"] === "same-origin" ? "own" : "unknown";
  if (own !== null) return origin === own ? "own" : "foreign";
  return origin === `http://${host}` || origin === `https://${host}` ? "own" : "foreign";
}
