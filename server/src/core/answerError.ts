import type { NextFunction, Request, Response } from "express";
import mongoose from "mongoose";
import { errorStatus, type ErrorCode } from "@gongzhi/shared/api";
import { AppError } from "@gongzhi/shared/core";
import type { Logger } from "./log.ts";

const isKnown = (code: string): code is ErrorCode => Object.hasOwn(errorStatus, code);

const { MongoNetworkError, MongoServerError, MongoServerSelectionError } = mongoose.mongo;
const unreachable = [MongoNetworkError, MongoServerSelectionError, mongoose.mongo.MongoNotConnectedError];
/** MongoDB's error for a full disk. */
const OUT_OF_DISK_SPACE = 14_031;

/** What a library's error means in our vocabulary; null for a bug. */
function meaningOf(error: unknown): ErrorCode | null {
  if (!(error instanceof Error)) return null;
  const { message } = error;
  const { type, status, code } = error as { type?: unknown; status?: unknown; code?: unknown };

  if (type === "entity.too.large") return "request.too_large";
  // Unreadable JSON, an unknown encoding, a broken percent sign in the path: Express and its parsers say 4xx.
  if (typeof status === "number" && status >= 400 && status < 500) return "request.invalid";
  if (code === "ENOSPC" || message.includes("No space left on device")) return "server.storage_full";
  if (error instanceof MongoServerError && error.code === OUT_OF_DISK_SPACE) return "server.storage_full";
  if (unreachable.some((kind) => error instanceof kind)) return "server.busy";
  return null;
}

/** Answers every error by its code, which is also the key of its words; what is no error of ours is a bug, logged whole. */
export function answerError(log: Logger) {
  return (error: unknown, req: Request, res: Response, next: NextFunction): void => {
    const own = error instanceof AppError && isKnown(error.code) ? error : null;
    const code = (own?.code as ErrorCode | undefined) ?? meaningOf(error) ?? "server.failed";
    const status = errorStatus[code];
    if (status >= 500) log.error({ id: req.id, err: error }, code);
    if (res.headersSent) return next(error);
    if (status === 429) res.setHeader("Retry-After", "60");
    res.status(status).json({ code, ...(own?.details !== undefined && { details: own.details }) });
  };
}
