import type { z } from "zod";
import { caseEvents } from "../cases/events.ts";
import { participationEvents } from "../participation/events.ts";

/** Every live event with the schema of its payload. */
export const liveEvents = { ...caseEvents, ...participationEvents };

export type LiveEvent = keyof typeof liveEvents;
export type LivePayload<E extends LiveEvent> = z.output<(typeof liveEvents)[E]>;

/** The shape by which Socket.IO types the server and every listener. */
export type LiveEvents = { [E in LiveEvent]: (payload: LivePayload<E>) => void };

/** What a client may ask over the socket: to enter and leave rooms. The answer names the rooms refused. */
export interface LiveRequests {
  enter: (rooms: string[], answer: (refused: string[]) => void) => void;
  leave: (rooms: string[]) => void;
}
