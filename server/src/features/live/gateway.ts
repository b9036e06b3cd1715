import type { Server as HttpServer } from "node:http";
import { Server } from "socket.io";
import { guest } from "@gongzhi/shared/accounts";
import { MAX_ROOMS } from "@gongzhi/shared/live";
import type { Clock } from "../../core/clock.ts";
import { sessionTokenIn } from "../../core/sessionCookie.ts";
import type { Sessions } from "../../core/identify.ts";
import { ownRooms, type LiveServer } from "../../core/live.ts";
import type { LiveBus } from "../../core/liveBus.ts";
import type { Logger } from "../../core/log.ts";
import { originOf, type OwnOrigin } from "../../core/origin.ts";
import { hashOf } from "../../core/seal.ts";
import { mayEnter, type MayWatchCase } from "./watch.ts";

/** Requests a connection may make a second on average, and at once; the rest is refused without being looked at. */
const PER_SECOND = 10;
const AT_ONCE = 60;
/** A connection that goes on regardless is cut. */
const PATIENCE = 2_000;
const MAX_NAME = 64;
const MAX_BYTES = 10_000;

/** Opens the socket beside the API. Nobody is in any room until the gateway is told whom to let in. */
export function openSocket(http: HttpServer, bus: LiveBus | null): LiveServer {
  return new Server(http, {
    ...(bus && { adapter: bus.adapter }),
    serveClient: false,
    transports: ["websocket"],
    maxHttpBufferSize: MAX_BYTES,
    // WeChat and old phones suspend sockets without a word; half a minute is soon enough to notice.
    pingInterval: 20_000,
    pingTimeout: 15_000,
  });
}

/** What the gateway works with. */
export interface GatewayWorld {
  readonly clock: Clock;
  readonly own: OwnOrigin;
  readonly sessions: Sessions & { alive(hashes: readonly string[], now: Date): Promise<Set<string>> };
  readonly mayWatchCase: MayWatchCase;
  readonly log: Logger;
}

/** Finds out who connects, lets them into the rooms they may enter, and cuts connections whose session has ended. */
export function runGateway(io: LiveServer, world: GatewayWorld): { cutEnded: (now: Date) => Promise<void> } {
  const { clock, own, sessions, mayWatchCase, log } = world;

  io.use((socket, next) => {
    const { token: given } = socket.handshake.auth as { token?: unknown };
    const carried = typeof given === "string" ? given : null;
    // Any page can open a socket and the browser adds the cookie: it counts from our own pages only.
    const baked =
      originOf(socket.request, own) === "own" ? sessionTokenIn(socket.request.headers.cookie) : null;
    const token = carried ?? baked;
    const found = token ? sessions.find(token, clock.now()) : Promise.resolve(null);
    found.then(
      (actor) => {
        socket.data = { actor: actor ?? guest, tokenHash: actor && token ? hashOf(token) : null };
        next();
      },
      (error: unknown) => {
        log.error({ err: error }, "a connection could not be identified");
        next(new Error("server.busy"));
      },
    );
  });

  io.on("connection", (socket) => {
    const { actor, tokenHash } = socket.data;
    if (actor.id) void socket.join(ownRooms.account(actor.id));
    if (tokenHash) void socket.join(ownRooms.session(tokenHash));
    const entered = new Set<string>();
    const mayAsk = allowance(clock);

    async function enter(names: readonly string[]): Promise<string[]> {
      const refused: string[] = [];
      for (const name of names) {
        const fits = entered.has(name) || entered.size < MAX_ROOMS;
        if (!fits || !(await mayEnter(actor, name, mayWatchCase))) {
          refused.push(name);
          continue;
        }
        entered.add(name);
        await socket.join(name);
      }
      return refused;
    }

    socket.on("enter", (asked: unknown, answer: unknown) => {
      const names = roomNames(asked);
      const reply = typeof answer === "function" ? (answer as (refused: string[]) => void) : () => undefined;
      const asking = mayAsk();
      if (asking === "enough") return void socket.disconnect(true);
      if (asking === "refused") return reply(names);
      enter(names).then(reply, (error: unknown) => {
        log.error({ err: error }, "rooms could not be entered");
        reply(names);
      });
    });

    socket.on("leave", (asked: unknown) => {
      if (mayAsk() === "enough") return void socket.disconnect(true);
      for (const name of roomNames(asked)) {
        entered.delete(name);
        void socket.leave(name);
      }
    });
  });

  return {
    /** A session may end without its connection being told: by time, or in another process. */
    async cutEnded(now) {
      const held = [...io.sockets.sockets.values()].flatMap((socket) => socket.data.tokenHash ?? []);
      const alive = await sessions.alive([...new Set(held)], now);
      for (const socket of io.sockets.sockets.values()) {
        const { tokenHash } = socket.data;
        if (tokenHash && !alive.has(tokenHash)) socket.disconnect(true);
      }
    },
  };
}

/** The names in a request; whatever else was sent is nothing. */
const roomNames = (asked: unknown): string[] =>
  Array.isArray(asked)
    ? asked
        .slice(0, MAX_ROOMS)
        .filter(
          (name): name is string =>
            typeof name === "string" && name.length <= MAX_NAME && !name.startsWith("~"),
        )
    : [];

/** One connection's allowance of requests, filling up evenly. */
function allowance(clock: Clock): () => "ask" | "refused" | "enough" {
  let left = AT_ONCE;
  let at = clock.now().getTime();
  let refused = 0;
  return () => {
    const now = clock.now().getTime();
    left = Math.min(AT_ONCE, left + ((now - at) / 1000) * PER_SECOND);
    at = now;
    if (left >= 1) {
      left -= 1;
      return "ask";
    }
    refused += 1;
    return refused > PATIENCE ? "enough" : "refused";
  };
}
