import { Router } from "express";
import { taxonomyApi } from "@gongzhi/shared/taxonomy";
import { serveStill } from "../../core/serve.ts";
import type { TaxonomyService } from "./service.ts";

/** The event taxonomy over HTTP. */
export function taxonomyRoutes(service: TaxonomyService): Router {
  const router = Router();
  serveStill(router, taxonomyApi.catalogue, service.catalogue);
  return router;
}
