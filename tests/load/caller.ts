import { api, type Client } from "@gongzhi/shared/api";
import { createClient, type Send } from "@gongzhi/shared/core";

/** Somebody who calls the portal from an address of their own. */
export interface Caller {
  readonly client: Client;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A caller as the reverse proxy in front of a portal presents one: the bench stands where the proxy stands, so that the
 * portal's limits, which stay on, see as many people as there are. The addresses are those set aside for benchmarks.
 *
 * @see RFC 2544, RFC 5737: 198.18.0.0/15
 */
export function callerAt(url: string, number: number, token: string | null = null): Caller {
  const headers = {
    "x-forwarded-for": `198.18.${number >> 8}.${number & 255}`,
    ...(token && { authorization: `Bearer ${token}` }),
  };
  const send: Send = async ({ method, path, body }) => {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const type = body === undefined ? {} : { "content-type": "application/json" };
    const reply = await fetch(url + path, { method, headers: { ...headers, ...type }, ...json });
    return { status: reply.status, body: await reply.json() };
  };
  return { client: createClient(api, send), headers };
}
