import type { Request } from "express";
import type { SessionCookie } from "./caller.ts";
import { fail } from "./fail.ts";
import { originOf, type OwnOrigin } from "./origin.ts";

const NAME = "gz";
const pattern = new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]{20,100})(?:;|$)`);

/** The session token in a `Cookie` header, if there is one. */
export const sessionTokenIn = (header: string | undefined): string | null =>
  (header && pattern.exec(header)?.[1]) || null;

/** The cookie that carries a session: no script can read it, no foreign page can make the browser set or send it. */
export function sessionCookie(own: OwnOrigin): SessionCookie {
  const options = {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: own?.startsWith("https:") ?? false,
  } as const;
  return {
    set(res, token, expires) {
      // Or a foreign page could sign a visitor in as somebody else.
      if (originOf(res.req as Request, own) === "foreign") fail("request.wrong_origin");
      res.cookie(NAME, token, { ...options, expires });
    },
    clear: (res) => void res.clearCookie(NAME, options),
  };
}
