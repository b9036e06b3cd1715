import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Request, Response } from "express";

const compress = promisify(gzip);

/** Shorter replies fit into a packet or two as they are. */
const WORTH_COMPRESSING = 4096;
/** Beyond this level JSON hardly gets smaller. */
const LEVEL = 4;

/** A reply as text and, where that is worth it, compressed. */
export interface Written {
  readonly text: string;
  readonly gzipped: Buffer | null;
}

/** Writes a reply out. Compressing happens off the event loop. */
export async function write(reply: unknown, compressed: boolean): Promise<Written> {
  const text = JSON.stringify(reply);
  const worth = compressed && text.length >= WORTH_COMPRESSING;
  return { text, gzipped: worth ? await compress(text, { level: LEVEL }) : null };
}

/** Whether the client can read a compressed reply. */
export const readsGzip = (req: Request): boolean =>
  /\bgzip\b/.test(req.headers["accept-encoding"]?.toString() ?? "");

/** Sends what was written, compressed if the client can read that. */
export function sendWritten(req: Request, res: Response, { text, gzipped }: Written): void {
  res.setHeader("Content-Type", "application/json; charset=utf-8");
  res.setHeader("Vary", "Accept-Encoding");
  if (!gzipped || !readsGzip(req)) return void res.end(text);
  res.setHeader("Content-Encoding", "gzip");
  res.end(gzipped);
}
