import type { Server } from "socket.io";
import type { Actor } from "@gongzhi/shared/accounts";
import type { AccountId } from "@gongzhi/shared/core";
import type { LiveBus } from "./liveBus.ts";
import {
  liveEvents,
  type LiveEvent,
  type LiveEvents,
  type LivePayload,
  type LiveRequests,
} from "@gongzhi/shared/live";

/** What the server remembers about a connection: who is there, and by which session. */
export interface Connected {
  actor: Actor;
  tokenHash: string | null;
}

/** Socket.IO, typed by the live contract at both ends. */
export type LiveServer = Server<LiveRequests, LiveEvents, Record<never, never>, Connected>;

/** Tells those who watch what happened, after it was written. */
export interface Live {
  /** Sends one event to everybody in any of the rooms; somebody in several of them gets it once. */
  publish<E extends LiveEvent>(event: E, payload: LivePayload<E>, rooms: readonly string[]): void;
  /** Whether anybody may be in a room: certain in a single process, always so where others are on the bus. */
  isWatched(room: string): boolean;
  /** Cuts every connection of an account. */
  dropAccount(id: AccountId): void;
  /** Cuts every connection that was made with one session, named by the hash of its token. */
  dropSession(tokenHash: string): void;
}

/** Rooms nobody can ask for: the connections of one account and of one session, to cut them. */
export const ownRooms = {
  account: (id: AccountId) => `~account:${id}`,
  session: (tokenHash: string) => `~session:${tokenHash}`,
} as const;

/** The live push over Socket.IO. What an event's schema does not name never leaves the server. */
export function liveOver(io: LiveServer, bus: LiveBus | null): Live {
  return {
    publish(event, payload, rooms) {
      // To Socket.IO no room at all would mean everybody.
      if (rooms.length === 0) return;
      const shown = liveEvents[event].parse(payload);
      io.to([...rooms]).emit(event, ...([shown] as unknown as Parameters<LiveEvents[typeof event]>));
    },
    isWatched: (room) => bus !== null || io.sockets.adapter.rooms.has(room),
    dropAccount: (id) => void io.in(ownRooms.account(id)).disconnectSockets(true),
    dropSession: (tokenHash) => void io.in(ownRooms.session(tokenHash)).disconnectSockets(true),
  };
}
