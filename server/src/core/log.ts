import type { NextFunction, Request, Response } from "express";
import { randomBytes } from "node:crypto";
import { pino, type DestinationStream, type Logger } from "pino";

export type { Logger } from "pino";

/** What must not reach a log even inside a message: long digits (phone, identity number) and long secrets. */
const personal = /\d{7,}|[\w-]{32,}/g;
const scrub = (text: string) => text.replace(personal, "[…]");

/** An error for the log: what it is and where, without the values it was about. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: scrub(String(error)) };
  const { name, message, stack = "", cause } = error;
  const code = (error as { code?: unknown }).code;
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: name,
    code,
    message: scrub(message),
    stack: frames.join("\n"),
    ...(cause !== undefined && { cause: describeError(cause) }),
  };
}

/** The server's log: one JSON line per event, written off the request's path. */
export function createLog(level: string, to?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
    redact: [
      "phone",
      "token",
      "password",
      "code",
      "cookie",
      "authorization",
      "*.phone",
      "*.token",
      "*.password",
    ],
  };
  return pino(options, to ?? pino.destination({ sync: false, minLength: 4096, periodicFlush: 500 }));
}

/** Told of every request that was answered. */
export type RequestObserver = (route: string, status: number, seconds: number) => void;

/** Gives each request an id and logs its end: method, path without the query, status and time; never what was in it. */
export function requestLog(log: Logger, observe: RequestObserver) {
  const run = randomBytes(4).toString("hex");
  let count = 0;

  return (req: Request, res: Response, next: NextFunction): void => {
    const startedAt = performance.now();
    count += 1;
    req.id = `${run}-${count.toString(36)}`;
    res.setHeader("X-Request-Id", req.id);
    res.once("close", () => {
      const ms = performance.now() - startedAt;
      const status = res.writableFinished ? res.statusCode : 499;
      const path = scrub(req.originalUrl.split("?", 1)[0] ?? "");
      log.info({ id: req.id, method: req.method, path, status, ms: Math.round(ms * 10) / 10 });
      observe(
        `${req.method} ${(req.route as { path?: string } | undefined)?.path ?? "other"}`,
        status,
        ms / 1000,
      );
    });
    next();
  };
}
