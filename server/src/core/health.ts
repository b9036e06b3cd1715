import { Router } from "express";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { Database } from "./db.ts";
import type { RequestObserver } from "./log.ts";

/** Says whether the process lives and whether it can do its work. It stands before everything else, so it costs nothing. */
export function healthRoutes(database: Pick<Database, "ping">): Router {
  const router = Router();
  router.get("/healthz", (_req, res) => void res.type("text").send("ok"));
  router.get("/readyz", async (_req, res) => {
    const ready = await database.ping().then(
      () => true,
      () => false,
    );
    res
      .status(ready ? 200 : 503)
      .type("text")
      .send(ready ? "ready" : "the database does not answer");
  });
  return router;
}

const loopback = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** The figures of the process for Prometheus, for this machine alone: what a proxy passes on is not answered. */
export function metrics(): { routes: Router; observe: RequestObserver } {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const durations = new Histogram({
    name: "http_request_seconds",
    help: "Requests by route and status",
    labelNames: ["route", "status"] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [register],
  });

  const routes = Router();
  routes.get("/metrics", async (req, res, next) => {
    const local = loopback.has(req.socket.remoteAddress ?? "") && !req.headers["x-forwarded-for"];
    if (!local) return next();
    res.type(register.contentType).send(await register.metrics());
  });
  return { routes, observe: (route, status, seconds) => durations.observe({ route, status }, seconds) };
}
