import { Router } from "express";
import { caseApi } from "@gongzhi/shared/cases";
import { serve } from "../../core/serve.ts";
import type { CaseService } from "./service.ts";

/** Cases over HTTP. The named lists come before the path that takes any word for a case's id. */
export function caseRoutes(service: CaseService): Router {
  const router = Router();
  serve(router, caseApi.report, service.report);
  serve(router, caseApi.publicList, service.publicList);
  serve(router, caseApi.byGrid, service.byGrid);
  serve(router, caseApi.mine, service.mine);
  serve(router, caseApi.queue, service.queue);
  serve(router, caseApi.queueByGrid, service.queueByGrid);
  serve(router, caseApi.view, service.view);
  serve(router, caseApi.move, service.move);
  serve(router, caseApi.follow, service.follow);
  serve(router, caseApi.openContact, service.openContact);
  return router;
}
