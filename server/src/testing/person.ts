import { io } from "socket.io-client";
import { api, type Client } from "@gongzhi/shared/api";
import { photoUpload, type PhotoLink } from "@gongzhi/shared/attachments";
import { createClient, readReply, type AccountId, type HttpReply, type Send } from "@gongzhi/shared/core";
import type { LiveEvent, LivePayload } from "@gongzhi/shared/live";
import type { LiveSocket } from "@gongzhi/shared/live/ui";

/** A live connection under test. */
export interface Listener {
  readonly socket: LiveSocket;
  /** Rooms that were asked for and refused. */
  readonly refused: string[];
  /** The next event of this name that was not taken yet; waits for it. */
  next<E extends LiveEvent>(event: E): Promise<LivePayload<E>>;
  /** Events heard so far and not taken by `next`. */
  heard(): { event: string; payload: unknown }[];
  close(): void;
}

/** Somebody who uses the server as a client does. */
export interface Person {
  readonly token: string | null;
  readonly client: Client;
  /** One exchange as it is, for what no client would send. */
  send: Send;
  sendPhoto(bytes: Uint8Array, deviceId?: string): Promise<PhotoLink>;
  listen(...rooms: string[]): Promise<Listener>;
}

/** Somebody with an account. */
export type SignedInPerson = Person & { readonly id: AccountId };

/** A client of the server at this address, signed in by a bearer token or a guest. */
export function personAt(url: string, token: string | null): Person {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};

  const send: Send = async ({ method, path, body }) => {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const type = body === undefined ? {} : { "content-type": "application/json" };
    return replyOf(await fetch(url + path, { method, headers: { ...headers, ...type }, ...json }));
  };

  return {
    token,
    send,
    client: createClient(api, send),
    async sendPhoto(bytes, deviceId = crypto.randomUUID()) {
      const form = new FormData();
      form.set(photoUpload.idField, deviceId);
      form.set(photoUpload.fileField, new Blob([new Uint8Array(bytes)]), "photo");
      const reply = await fetch(url + photoUpload.path, { method: "POST", headers, body: form });
      return photoUpload.reply.parse(readReply(await replyOf(reply)));
    },
    listen: (...rooms) => listenAt(url, token, rooms),
  };
}

/** The status and the JSON of an answer; null where it is not JSON. */
export async function replyOf(reply: Response): Promise<HttpReply> {
  const text = await reply.text();
  const isJson = reply.headers.get("content-type")?.includes("json");
  return { status: reply.status, body: isJson ? (JSON.parse(text) as unknown) : null };
}

async function listenAt(url: string, token: string | null, rooms: readonly string[]): Promise<Listener> {
  const socket: LiveSocket = io(url, {
    transports: ["websocket"],
    auth: { token },
    forceNew: true,
    reconnection: false,
  });
  await new Promise<void>((connected, failed) => {
    socket.once("connect", connected);
    socket.once("connect_error", failed);
  });

  const untaken: { event: string; payload: unknown }[] = [];
  const waiting = new Map<string, ((payload: unknown) => void)[]>();
  socket.onAny((event: string, payload: unknown) => {
    const next = waiting.get(event)?.shift();
    if (next) next(payload);
    else untaken.push({ event, payload });
  });
  const refused =
    rooms.length === 0
      ? []
      : await new Promise<string[]>((answer) => socket.emit("enter", [...rooms], answer));

  return {
    socket,
    refused,
    next<E extends LiveEvent>(event: E) {
      const at = untaken.findIndex((each) => each.event === event);
      if (at >= 0) return Promise.resolve(untaken.splice(at, 1)[0]?.payload as LivePayload<E>);
      return new Promise<LivePayload<E>>((take) => {
        waiting.set(event, [...(waiting.get(event) ?? []), take as (payload: unknown) => void]);
      });
    },
    heard: () => [...untaken],
    close: () => void socket.disconnect(),
  };
}
