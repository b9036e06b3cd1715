import type { z } from "zod";
import { AppError } from "./appError.ts";
import type { Endpoint, EndpointTable } from "./endpoint.ts";

/** One HTTP exchange as a platform carries it out. */
export interface HttpCall {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Path and query, from `/api` on. */
  path: string;
  body?: unknown;
}

/** The answer of the server: its status and its parsed JSON. */
export interface HttpReply {
  status: number;
  body: unknown;
}

/** Carries a call out; rejects only when no answer came. */
export type Send = (call: HttpCall) => Promise<HttpReply>;

type CallOf<E extends Endpoint> = (
  ...args: Record<never, never> extends z.input<E["input"]> ? [z.input<E["input"]>?] : [z.input<E["input"]>]
) => Promise<z.output<E["reply"]>>;

/** The typed client of an API: `client.cases.move({ … })`. */
export type ClientOf<Api extends Readonly<Record<string, EndpointTable>>> = {
  readonly [F in keyof Api]: { readonly [C in keyof Api[F]]: CallOf<Api[F][C]> };
};

/** Puts the input where the endpoint wants it: path segments first, then the query or the body. */
export function callOf(spec: Endpoint, input: Readonly<Record<string, unknown>> = {}): HttpCall {
  const rest = { ...input };
  const path = spec.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  const method = spec.method.toUpperCase() as HttpCall["method"];
  if (method !== "GET") return { method, path: `/api${path}`, body: rest };
  const query = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join("&");
  return { method, path: `/api${path}${query && `?${query}`}` };
}

/**
 * Reads an answer: the reply on success, the server's error otherwise.
 * @throws AppError with the server's own code, or `server.failed` for an answer that is not ours.
 */
export function readReply(reply: HttpReply): unknown {
  if (reply.status >= 200 && reply.status < 300) return reply.body;
  const { code, details } = (reply.body ?? {}) as { code?: unknown; details?: unknown };
  throw new AppError(typeof code === "string" ? code : "server.failed", details);
}

/** Builds the typed client; a call that gets no answer throws `network.unreachable`. */
export function createClient<Api extends Readonly<Record<string, EndpointTable>>>(
  api: Api,
  send: Send,
): ClientOf<Api> {
  const call = (spec: Endpoint) => async (input?: Readonly<Record<string, unknown>>) => {
    const reply = await send(callOf(spec, input)).catch((cause: unknown) => {
      throw cause instanceof AppError ? cause : new AppError("network.unreachable");
    });
    return readReply(reply);
  };
  const feature = (table: EndpointTable) =>
    Object.fromEntries(Object.entries(table).map(([name, spec]) => [name, call(spec)]));
  return Object.fromEntries(
    Object.entries(api).map(([name, table]) => [name, feature(table)]),
  ) as unknown as ClientOf<Api>;
}
