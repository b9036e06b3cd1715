import { statfs } from "node:fs/promises";
import type { NextFunction, Request, Response } from "express";
import { fail } from "./fail.ts";

/** Whether there is room for one more write. */
export type EnoughSpace = () => boolean;

const SAMPLE_MS = 3_000;

/** Bytes an ordinary user may still write where this directory is. */
export async function freeBytes(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}

/**
 * Watches the free space of the disk: asked at most every three seconds and never waited for. Below the limit
 * writing stops while there is still room for the database to keep itself in order.
 */
export function watchSpace(free: () => Promise<number>, atLeastBytes: number): EnoughSpace {
  let enough = true;
  let askAgainAt = 0;

  return () => {
    const now = performance.now();
    if (now >= askAgainAt) {
      askAgainAt = now + SAMPLE_MS;
      // A disk that does not say how full it is must not stop the service; a full one says so when written to.
      free().then(
        (bytes) => (enough = bytes >= atLeastBytes),
        () => (enough = true),
      );
    }
    return enough;
  };
}

/** Refuses whatever would write while the disk is nearly full. */
export function guardSpace(enough: EnoughSpace) {
  return (req: Request, _res: Response, next: NextFunction): void => {
    if (!enough() && req.method !== "GET") fail("server.storage_full");
    next();
  };
}
