import { Router } from "express";
import { divisionApi } from "@gongzhi/shared/divisions";
import { serve, serveStill } from "../../core/serve.ts";
import type { DivisionService } from "./service.ts";

/** The register of divisions over HTTP. */
export function divisionRoutes(service: DivisionService): Router {
  const router = Router();
  serveStill(router, divisionApi.register, service.register);
  serve(router, divisionApi.findAddress, service.findAddress);
  return router;
}
