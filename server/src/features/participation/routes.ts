import { Router } from "express";
import { participationApi } from "@gongzhi/shared/participation";
import { serve } from "../../core/serve.ts";
import type { ParticipationService } from "./service.ts";

/** Participation figures over HTTP. */
export function participationRoutes(service: ParticipationService): Router {
  const router = Router();
  serve(router, participationApi.figures, service.figures);
  return router;
}
