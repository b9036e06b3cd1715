import { createServer, type Server as HttpServer } from "node:http";
import compression from "compression";
import express, { Router, type Express } from "express";
import type { DemoAccount } from "@gongzhi/shared/accounts";
import { answerError } from "./core/answerError.ts";
import { apiDocs } from "./core/apiDocs.ts";
import type { Clock } from "./core/clock.ts";
import type { Database } from "./core/db.ts";
import { fail } from "./core/fail.ts";
import { guardSpace, type EnoughSpace } from "./core/freeSpace.ts";
import { healthRoutes, metrics } from "./core/health.ts";
import { identify } from "./core/identify.ts";
import { createJobs, type Jobs } from "./core/jobs.ts";
import { liveOver, type Live } from "./core/live.ts";
import { requestLog, type Logger } from "./core/log.ts";
import type { OwnOrigin } from "./core/origin.ts";
import type { Seal } from "./core/seal.ts";
import { apiHeaders } from "./core/security.ts";
import { sessionCookie } from "./core/sessionCookie.ts";
import { siteRoutes } from "./core/staticFiles.ts";
import type { CodeSender } from "./features/accounts/codeSender.ts";
import { accountRoutes } from "./features/accounts/routes.ts";
import { accountService, type AccountService } from "./features/accounts/service.ts";
import { createSessions, type SessionStore } from "./features/accounts/sessions.ts";
import type { WechatLogin } from "./features/accounts/wechatLogin.ts";
import { attachmentRoutes } from "./features/attachments/routes.ts";
import { attachmentService, type AttachmentService } from "./features/attachments/service.ts";
import { openSocket, runGateway } from "./features/live/gateway.ts";

/** Everything from outside that the server works with; `main.ts` reads it from the environment, tests bring their own. */
export interface AppSettings {
  readonly database: Pick<Database, "ping">;
  readonly clock: Clock;
  readonly log: Logger;
  readonly seal: Seal;
  /** The origin of the portal, where it is known. */
  readonly own: OwnOrigin;
  /** The proxies whose word about the caller's address counts. */
  readonly trustProxy: string | number;
  readonly sender: CodeSender;
  readonly wechat: WechatLogin;
  readonly enoughSpace: EnoughSpace;
  /** The sign-ins of the demonstration; null where this is none. */
  readonly demo: readonly DemoAccount[] | null;
  /** Where the built front ends are. */
  readonly sites: { readonly web: string; readonly miniapp: string };
}

/** The whole server, not listening yet. */
export interface App {
  readonly http: HttpServer;
  readonly live: Live;
  readonly jobs: Jobs;
  readonly sessions: SessionStore;
  readonly features: { readonly accounts: AccountService; readonly attachments: AttachmentService };
  /** Takes no more calls, lets those under way end, and cuts the live connections. */
  close(): Promise<void>;
}

const HOUR_MS = 3_600_000;
const MAX_JSON = "100kb";
const DRAIN_MS = 5_000;

/** Puts the server together: the only place that knows every feature. */
export function createApp(settings: AppSettings): App {
  const { clock, log, seal, own } = settings;
  const http = createServer();
  const io = openSocket(http);
  const live = liveOver(io);
  const jobs = createJobs({ clock, log });
  const sessions = createSessions();

  const accounts = accountService({ ...settings, sessions, live });
  const attachments = attachmentService({ seal });
  const gateway = runGateway(io, { clock, own, sessions, log, mayWatchCase: () => Promise.resolve(false) });

  jobs.every("accounts.sweep", HOUR_MS, accounts.sweep);
  jobs.every("attachments.sweep", HOUR_MS, async (now) => void (await attachments.sweep(now)));
  const cutting = setInterval(() => {
    gateway
      .cutEnded(clock.now())
      .catch((error: unknown) => log.error({ err: error }, "ended sessions were not cut"));
  }, 60_000).unref();

  const api = Router();
  api.use(
    apiHeaders,
    identify({ clock, sessions, cookie: sessionCookie(own), own }),
    guardSpace(settings.enoughSpace),
  );
  api.use(attachmentRoutes(attachments));
  api.use(express.json({ limit: MAX_JSON }));
  api.use(accountRoutes(accounts));
  api.use(() => fail("route.not_found"));

  http.on("request", frame(settings, api));

  return {
    http,
    live,
    jobs,
    sessions,
    features: { accounts, attachments },
    async close() {
      clearInterval(cutting);
      await jobs.stop();
      const late = setTimeout(() => http.closeAllConnections(), DRAIN_MS).unref();
      await io.close();
      clearTimeout(late);
    },
  };
}

/** What stands around the API: health first, because it must cost nothing, then the log, the API and the pages. */
function frame(settings: AppSettings, api: Router): Express {
  const { database, log, own, sites, trustProxy } = settings;
  const { routes: metricRoutes, observe } = metrics();
  const app = express();
  app.disable("x-powered-by").disable("etag").set("trust proxy", trustProxy);
  app.use(healthRoutes(database), metricRoutes);
  app.use(requestLog(log, observe), compression({ threshold: 2048 }));
  app.use("/api", apiDocs(own), api);
  app.use("/m", siteRoutes({ directory: sites.miniapp, own, styleElements: true }));
  app.use(siteRoutes({ directory: sites.web, own }));
  app.use(() => fail("route.not_found"), answerError(log));
  return app;
}
