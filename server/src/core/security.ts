import { createHash } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import helmet from "helmet";
import type { OwnOrigin } from "./origin.ts";

/** What a set of pages needs beyond the strictest policy. */
export interface PageNeeds {
  /** The page whose inline scripts are known to be ours. */
  readonly html: string;
  /** The pages' own code puts style elements into the document. */
  readonly styleElements?: boolean;
}

/** The inline scripts of a page as sources of a content security policy. */
export const inlineScripts = (html: string): string[] =>
  [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi)].map(
    ([, script = ""]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );

/**
 * The headers of pages and their files. Scripts come from us alone; style attributes are allowed, which Element
 * Plus and ECharts write and which cannot run anything; photos not yet sent are shown from memory.
 */
export function pageHeaders(own: OwnOrigin, { html, styleElements = false }: PageNeeds) {
  const secure = own?.startsWith("https:") ?? false;
  // Old browsers do not count a socket as the page's own origin.
  const sockets = own ? [own.replace(/^http/, "ws")] : [];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...inlineScripts(html)],
        styleSrc: ["'self'", ...(styleElements ? ["'unsafe-inline'"] : [])],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", "blob:", "data:"],
        fontSrc: ["'self'", "data:"],
        connectSrc: ["'self'", ...sockets],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure && { maxAge: 31_536_000, includeSubDomains: false },
    crossOriginOpenerPolicy: secure && { policy: "same-origin" },
    originAgentCluster: secure,
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
  });
}

/**
 * The headers of the API. Any origin may read it, because the mini program's browser build may live elsewhere,
 * but never with the cookie: without `Access-Control-Allow-Credentials` browsers keep that to our own pages.
 */
export function apiHeaders(req: Request, res: Response, next: NextFunction): void {
  res.setHeader("Access-Control-Allow-Origin", "*");
  if (req.method === "OPTIONS") {
    res.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
    res.setHeader("Access-Control-Allow-Headers", "authorization, content-type");
    res.setHeader("Access-Control-Max-Age", "86400");
    res.status(204).end();
    return;
  }
  res.setHeader("Cache-Control", "no-store");
  res.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  res.setHeader("X-Content-Type-Options", "nosniff");
  res.setHeader("Referrer-Policy", "no-referrer");
  next();
}
