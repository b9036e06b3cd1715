import { readFile } from "node:fs/promises";
import { join } from "node:path";
import express, { Router, type NextFunction, type Request, type Response } from "express";
import type { OwnOrigin } from "./origin.ts";
import { pageHeaders } from "./security.ts";

/** A built front end. */
export interface Site {
  /** Where its `index.html` and files are; it may appear while the server runs. */
  readonly directory: string;
  readonly own: OwnOrigin;
  readonly styleElements?: boolean;
}

/** Files whose name changes with their content, as both bundlers name them. */
const hashed = /[\\/]assets[\\/]|\.[0-9a-f]{8,20}\./;
const YEAR_S = 31_536_000;

/** Serves a built front end: its files, and its one page for every address that is not a file. */
export function siteRoutes({ directory, own, styleElements = false }: Site): Router {
  const router = Router();
  const index = join(directory, "index.html");
  let known = { html: "", headers: pageHeaders(own, { html: "", styleElements }) };

  /** The page as it is now; built anew, it brings its own policy. */
  async function page(): Promise<typeof known | null> {
    const html = await readFile(index, "utf8").catch(() => null);
    if (html === null) return null;
    if (html !== known.html) known = { html, headers: pageHeaders(own, { html, styleElements }) };
    return known;
  }

  const files = express.static(directory, {
    index: false,
    redirect: false,
    setHeaders: (res, path) =>
      void res.setHeader(
        "Cache-Control",
        hashed.test(path) ? `public, max-age=${YEAR_S}, immutable` : "no-cache",
      ),
  });

  async function sendPage(req: Request, res: Response, next: NextFunction): Promise<void> {
    const wantsPage = (req.method === "GET" || req.method === "HEAD") && !/\.\w+$/.test(req.path);
    const found = wantsPage ? await page() : null;
    if (!found) return next();
    found.headers(req, res, () => {
      res.setHeader("Cache-Control", "no-cache");
      res.setHeader("Permissions-Policy", "geolocation=(self), camera=(self), microphone=()");
      res.type("html").send(found.html);
    });
  }

  router.use((req, res, next) => {
    if (/\.\w+$/.test(req.path)) return known.headers(req, res, next);
    next();
  });
  router.use(files, sendPage);
  return router;
}
