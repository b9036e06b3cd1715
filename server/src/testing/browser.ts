import { api, type Client } from "@gongzhi/shared/api";
import { createClient, type HttpReply, type Send } from "@gongzhi/shared/core";
import { replyOf } from "./person.ts";

/** A browser on one of our own pages: it keeps the cookie and says where it is. */
export interface Browser {
  readonly client: Client;
  readonly send: Send;
  /** The session's cookie as it was set, attributes and all; null once it was cleared. */
  cookie(): string | null;
  /** The same browser on a page of somebody else's. */
  elsewhere(call: { method: string; path: string; body?: unknown }): Promise<HttpReply>;
}

/** Opens a browser on the portal at this address. */
export function browserAt(url: string): Browser {
  let baked: string | null = null;

  async function ask(
    origin: string,
    { method, path, body }: { method: string; path: string; body?: unknown },
  ): Promise<HttpReply> {
    const reply = await fetch(url + path, {
      method,
      headers: {
        origin,
        ...(baked && { cookie: baked.split(";", 1)[0] ?? "" }),
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const cookie of reply.headers.getSetCookie()) baked = /^gz=;/.test(cookie) ? null : cookie;
    return replyOf(reply);
  }

  const send: Send = (call) => ask(url, call);
  return {
    client: createClient(api, send),
    send,
    cookie: () => baked,
    elsewhere: (call) => ask("https://elsewhere.example", call),
  };
}
