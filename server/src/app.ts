import { createServer, type Server as HttpServer } from "node:http";
import compression from "compression";
import express, { Router, type Express } from "express";
import type { DemoAccount } from "@gongzhi/shared/accounts";
import { answerError } from "./core/answerError.ts";
import { apiDocs } from "./core/apiDocs.ts";
import type { Clock } from "./core/clock.ts";
import type { Database } from "./core/db.ts";
import { drainable } from "./core/drain.ts";
import { fail } from "./core/fail.ts";
import { guardSpace, type EnoughSpace } from "./core/freeSpace.ts";
import { healthRoutes, metrics } from "./core/health.ts";
import { identify } from "./core/identify.ts";
import { createJobs, type Jobs } from "./core/jobs.ts";
import { liveOver, type Live } from "./core/live.ts";
import type { LiveBus } from "./core/liveBus.ts";
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
import { caseJobs } from "./features/cases/deadlines.job.ts";
import { caseRoutes } from "./features/cases/routes.ts";
import { caseService, caseStorage, type CaseService } from "./features/cases/service.ts";
import { readRegister } from "./features/divisions/repository.ts";
import { divisionRoutes } from "./features/divisions/routes.ts";
import { divisionService, type DivisionService } from "./features/divisions/service.ts";
import { openSocket, runGateway } from "./features/live/gateway.ts";
import { figuresPublisher } from "./features/participation/publisher.ts";
import { participationRoutes } from "./features/participation/routes.ts";
import { participationService, type ParticipationService } from "./features/participation/service.ts";
import { readTaxonomy } from "./features/taxonomy/repository.ts";
import { taxonomyRoutes } from "./features/taxonomy/routes.ts";
import { taxonomyService, type TaxonomyService } from "./features/taxonomy/service.ts";

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
  /** Connects the live push of several processes; null for a single one. */
  readonly bus: LiveBus | null;
  /** Callers are held to the limits of the calls; only a load test is not. */
  readonly limited: boolean;
  /** The sign-ins of the demonstration; null where this is none. */
  readonly demo: readonly DemoAccount[] | null;
  /** Where the built front ends are. */
  readonly sites: { readonly web: string; readonly miniapp: string };
}

/** What the features can do, for seeds and tests. */
export interface Features {
  readonly accounts: AccountService;
  readonly attachments: AttachmentService;
  readonly divisions: DivisionService;
  readonly taxonomy: TaxonomyService;
  readonly cases: CaseService;
  readonly participation: ParticipationService;
}

/** The whole server, not listening yet. */
export interface App {
  readonly http: HttpServer;
  readonly live: Live;
  readonly jobs: Jobs;
  readonly sessions: SessionStore;
  readonly features: Features;
  /** Cuts the live connections whose session has ended; happens once a minute by itself. */
  cutEnded(): Promise<void>;
  /** Takes no more calls, lets those under way end, and cuts the live connections. */
  close(): Promise<void>;
}

const HOUR_MS = 3_600_000;
const MAX_JSON = "100kb";
const DRAIN_MS = 5_000;
const CUT_MS = 60_000;

/** Puts the server together: the only place that knows every feature. */
export function createApp(settings: AppSettings): App {
  const { clock, log, own, limited } = settings;
  const http = createServer();
  const drain = drainable(http);
  const io = openSocket(http, settings.bus);
  const live = liveOver(io, settings.bus);
  const jobs = createJobs({ clock, log });
  const sessions = createSessions();

  const features = createFeatures(settings, sessions, live);
  const { accounts, attachments, cases } = features;
  const gateway = runGateway(io, { clock, own, sessions, log, mayWatchCase: cases.mayWatchCase });

  jobs.every("accounts.sweep", HOUR_MS, accounts.sweep);
  jobs.every("attachments.sweep", HOUR_MS, attachments.sweep);
  caseJobs(jobs, cases);
  const cutEnded = () => gateway.cutEnded(clock.now());
  const cutting = setInterval(() => {
    cutEnded().catch((error: unknown) => log.error({ err: error }, "ended sessions were not cut"));
  }, CUT_MS).unref();

  const api = Router();
  api.use(
    apiHeaders,
    identify({ clock, sessions, cookie: sessionCookie(own), own, limited }),
    guardSpace(settings.enoughSpace),
  );
  api.use(attachmentRoutes(attachments));
  api.use(express.json({ limit: MAX_JSON }));
  api.use(accountRoutes(accounts), divisionRoutes(features.divisions), taxonomyRoutes(features.taxonomy));
  api.use(caseRoutes(cases), participationRoutes(features.participation));
  api.use(() => fail("route.not_found"));

  const pages = frame(settings, api);
  // What is addressed to the socket was answered there; a second answer would only be an error in the log.
  http.on("request", (req, res) => {
    if (!req.url?.startsWith(io.path())) pages(req, res);
  });

  return {
    http,
    live,
    jobs,
    sessions,
    features,
    cutEnded,
    async close() {
      clearInterval(cutting);
      await jobs.stop();
      await Promise.all([drain(DRAIN_MS), io.close()]);
    },
  };
}

/** Gives each feature those it works with; a change of a case reaches the figures of its divisions. */
function createFeatures(settings: AppSettings, sessions: SessionStore, live: Live): Features {
  const { clock, log, seal } = settings;
  const divisions = divisionService({ readRegister });
  const taxonomy = taxonomyService({ readTaxonomy });
  const accounts = accountService({ ...settings, sessions, live, divisions });
  const attachments = attachmentService({ seal });
  const cases = caseService({ ...caseStorage, divisions, taxonomy, accounts, photos: attachments, live });
  const participation = participationService({ cases, accounts, divisions });

  const publisher = figuresPublisher({ service: participation, live, isWatched: live.isWatched, clock, log });
  cases.onChange(publisher.mark);
  return { accounts, attachments, divisions, taxonomy, cases, participation };
}

/** What stands around the API: health first, because it must cost nothing, then the log, the API and the pages. */
function frame(settings: AppSettings, api: Router): Express {
  const { database, log, own, sites, trustProxy } = settings;
  const { routes: metricRoutes, observe } = metrics();
  const app = express();
  app.disable("x-powered-by").disable("etag").set("trust proxy", trustProxy);
  app.use(healthRoutes(database), metricRoutes);
  app.use(requestLog(log, observe));
  app.use("/api", apiDocs(own), api);
  app.use(compression({ threshold: 2048 }));
  app.use("/m", siteRoutes({ directory: sites.miniapp, own, styleElements: true }));
  app.use(siteRoutes({ directory: sites.web, own }));
  app.use(() => fail("route.not_found"), answerError(log));
  return app;
}
