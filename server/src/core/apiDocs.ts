import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import compression from "compression";
import express, { Router } from "express";
import { openApi } from "./openapi.ts";
import type { OwnOrigin } from "./origin.ts";
import { pageHeaders } from "./security.ts";

const START = `window.ui = SwaggerUIBundle({
  url: "/api/openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis],
});
`;

/** The API described for programs (`/openapi.json`) and for people (`/docs`), everything served from here. */
export function apiDocs(own: OwnOrigin): Router {
  const swagger = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
  const html = readFileSync(join(swagger, "index.html"), "utf8");
  let described: string | undefined;

  const router = Router();
  router.use(["/openapi.json", "/docs"], compression());
  router.get("/openapi.json", (_req, res) => {
    described ??= JSON.stringify(openApi());
    res.set({ "Cache-Control": "no-cache", "Access-Control-Allow-Origin": "*" }).type("json").send(described);
  });

  router.use("/docs", pageHeaders(own, { html, styleElements: true }));
  router.get("/docs", (req, res, next) => {
    // The page names its files relative to itself.
    if (req.originalUrl.split("?", 1)[0]?.endsWith("/")) return next();
    res.redirect(301, `${req.baseUrl}/docs/`);
  });
  router.get("/docs/swagger-initializer.js", (_req, res) => void res.type("js").send(START));
  router.use("/docs", express.static(swagger));
  return router;
}
