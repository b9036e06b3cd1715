import { Router } from "express";
import { accountApi } from "@gongzhi/shared/accounts";
import { serve, serveSession } from "../../core/serve.ts";
import type { AccountService } from "./service.ts";

/** The calls of the accounts. */
export function accountRoutes(service: AccountService): Router {
  const router = Router();
  serveSession(router, accountApi.sendCode, service.sendCode);
  serveSession(router, accountApi.signInByCode, service.signInByCode);
  serveSession(router, accountApi.signInByWechat, service.signInByWechat);
  serveSession(router, accountApi.signInByPassword, service.signInByPassword);
  serve(router, accountApi.me, service.me);
  serve(router, accountApi.describeMe, service.describeMe);
  serveSession(router, accountApi.signOut, service.signOut);
  serveSession(router, accountApi.signOutEverywhere, service.signOutEverywhere);
  serve(router, accountApi.demo, service.demo);
  return router;
}
