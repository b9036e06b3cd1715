import { createHash } from "node:crypto";
import type { IRouter, Request, Response } from "express";
import type { z } from "zod";
import type { Actor } from "@gongzhi/shared/accounts";
import type { Endpoint } from "@gongzhi/shared/core";
import { fail } from "./fail.ts";
import { networkOf, perMinute } from "./rateLimit.ts";
import { readsGzip, sendWritten, write, type Written } from "./reply.ts";

/** One call as a service gets it: parsed, by somebody who may knock, at a moment. */
export interface Call<E extends Endpoint> {
  readonly input: z.output<E["input"]>;
  readonly actor: Actor;
  readonly now: Date;
}

/** A call that starts or ends a session. */
export interface SessionCall<E extends Endpoint> extends Call<E> {
  readonly session: {
    /** The token the caller came with. */
    readonly token: string | null;
    /** Leaves the token with a browser as a cookie it cannot read. */
    set(token: string, expiresAt: Date): void;
    clear(): void;
  };
  /** Where the call came from, for limits only. */
  readonly address: string;
}

type Answer<E extends Endpoint> = z.input<E["reply"]> | Promise<z.input<E["reply"]>>;

/** Calls a minute from one caller where the contract names no number: reading, and everything else. */
const DEFAULT_PER_MINUTE = { get: 600, other: 120 } as const;

/** Puts a call of the contract on the router. What its reply schema does not name never leaves the server. */
export function serve<E extends Endpoint>(
  router: IRouter,
  spec: E,
  handle: (call: Call<E>) => Answer<E>,
): void {
  mount(router, spec, async (call, req, res) => {
    sendWritten(req, res, await write(spec.reply.parse(await handle(call)), readsGzip(req)));
  });
}

/**
 * As `serve`, for what stays the same for a long time: while the handler answers the very same object, its reply is
 * parsed and written once, and a client that has it already is told so.
 */
export function serveStill<E extends Endpoint>(
  router: IRouter,
  spec: E,
  handle: (call: Call<E>) => Promise<object & z.input<E["reply"]>>,
): void {
  const kept = new WeakMap<object, Promise<Written & { etag: string }>>();
  async function writeOnce(reply: object) {
    const written = await write(spec.reply.parse(reply), true);
    const etag = `W/"${createHash("sha256").update(written.text).digest("base64url").slice(0, 22)}"`;
    return { ...written, etag };
  }

  mount(router, spec, async (call, req, res) => {
    const reply = await handle(call);
    const writing = kept.get(reply) ?? writeOnce(reply);
    kept.set(reply, writing);
    const written = await writing;
    res.setHeader("ETag", written.etag);
    res.setHeader("Cache-Control", "no-cache");
    if (req.fresh) res.status(304).end();
    else sendWritten(req, res, written);
  });
}

/** As `serve`, for the few calls that start or end the caller's session. */
export function serveSession<E extends Endpoint>(
  router: IRouter,
  spec: E,
  handle: (call: SessionCall<E>) => Answer<E>,
): void {
  mount(router, spec, async (call, req, res) => {
    const { caller } = req;
    const session = {
      token: caller.token,
      set: (token: string, expiresAt: Date) => caller.cookie.set(res, token, expiresAt),
      clear: () => caller.cookie.clear(res),
    };
    const reply = await handle({ ...call, session, address: caller.address });
    sendWritten(req, res, await write(spec.reply.parse(reply), false));
  });
}

function mount<E extends Endpoint>(
  router: IRouter,
  spec: E,
  answer: (call: Call<E>, req: Request, res: Response) => Promise<void>,
): void {
  const reads = spec.method === "get";
  const within = perMinute(spec.perMinute ?? (reads ? DEFAULT_PER_MINUTE.get : DEFAULT_PER_MINUTE.other));

  router[spec.method](spec.path, async (req, res) => {
    const { actor, address, limited, now } = req.caller;
    if (limited && !within(actor.id ?? networkOf(address), now)) fail("request.too_many");
    authorise(spec, req);
    // The path comes last: neither query nor body can redirect the request to somebody else's thing.
    const input = parse(spec.input, { ...(reads ? req.query : (req.body as object)), ...req.params });
    await answer({ input: input as z.output<E["input"]>, actor, now }, req, res);
  });
}

function authorise(spec: Endpoint, { caller }: Request): void {
  if (spec.allow.includes(caller.actor.kind)) return;
  if (caller.actor.kind !== "guest") fail("account.not_allowed");
  fail(caller.sessionEnded ? "account.session_ended" : "account.sign_in_needed");
}

/** What was wrong, by place and kind; never the words that were sent. */
function parse(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  return fail(
    "request.invalid",
    parsed.error.issues.slice(0, 20).map(({ path, code }) => ({ path: path.join("."), code })),
  );
}
