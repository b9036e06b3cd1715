import type { NextFunction, Request, Response } from "express";
import { guest, type Actor } from "@gongzhi/shared/accounts";
import type { SessionCookie } from "./caller.ts";
import type { Clock } from "./clock.ts";
import { fail } from "./fail.ts";
import { originOf, type OwnOrigin } from "./origin.ts";
import { sessionTokenIn } from "./sessionCookie.ts";

/** Who holds a session's token, while it is good. */
export interface Sessions {
  find(token: string, now: Date): Promise<Actor | null>;
}

/** What callers are identified with. */
export interface IdentifyWorld {
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly cookie: SessionCookie;
  readonly own: OwnOrigin;
  readonly limited: boolean;
}

const bearer = /^Bearer ([\w-]{20,100})$/i;
const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Finds out who is calling. A token that is no good makes a guest of the caller; calls that need a session then
 * say that it has ended. A cookie, which browsers send by themselves, only counts from pages of our own origin
 * when something is to be changed.
 */
export function identify(world: IdentifyWorld) {
  const { clock, sessions, cookie, own, limited } = world;

  return async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    const now = clock.now();
    const carried = bearer.exec(req.headers.authorization ?? "")?.[1];
    const baked = carried ? null : sessionTokenIn(req.headers.cookie);
    if (baked && !safeMethods.has(req.method) && originOf(req, own) !== "own") fail("request.wrong_origin");

    const token = carried ?? baked;
    const actor = token ? await sessions.find(token, now) : null;
    const sessionEnded = token !== null && actor === null;
    if (sessionEnded && baked) cookie.clear(res);

    req.caller = {
      actor: actor ?? guest,
      now,
      address: req.ip ?? "",
      limited,
      token: actor ? token : null,
      sessionEnded,
      cookie,
    };
    next();
  };
}
