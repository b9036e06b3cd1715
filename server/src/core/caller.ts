import type { Response } from "express";
import type { Actor } from "@gongzhi/shared/accounts";

/** The cookie that carries a session on the web. */
export interface SessionCookie {
  set(res: Response, token: string, expiresAt: Date): void;
  clear(res: Response): void;
}

/** What is known about the caller of a request before the call itself is looked at. */
export interface Caller {
  readonly actor: Actor;
  readonly now: Date;
  /** The network address, for limits only. */
  readonly address: string;
  /** Callers are held to the limits of the calls; only a load test is not. */
  readonly limited: boolean;
  /** The session token the request came with, if it is good. */
  readonly token: string | null;
  /** A token came along that is unknown or no longer good. */
  readonly sessionEnded: boolean;
  readonly cookie: SessionCookie;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the only way Express can be told of it
  namespace Express {
    interface Request {
      caller: Caller;
      /** Names the request in the log and to whoever asks about it. */
      id: string;
    }
  }
}
