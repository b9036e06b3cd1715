import { createAdapter } from "@socket.io/redis-streams-adapter";
import { createClient } from "redis";
import type { ServerOptions } from "socket.io";
import type { Logger } from "./log.ts";

/** How several server processes hear of each other's live events. */
export interface LiveBus {
  readonly adapter: NonNullable<ServerOptions["adapter"]>;
  close(): Promise<void>;
}

/** Events that a process missed while it was cut off from Redis are looked up in the last so many. */
const KEPT_EVENTS = 10_000;

/**
 * The bus over a stream in Redis: what one process publishes reaches the sockets of all of them. Nothing personal
 * passes through it, since nothing personal is in a live event.
 * @throws when Redis does not answer
 */
export async function openLiveBus(url: string, log: Logger): Promise<LiveBus> {
  const client = createClient({ url, socket: { connectTimeout: 5_000 } });
  let open = false;
  client.on("error", (error: unknown) => {
    // Once it was there it comes back by itself; until then there is nobody to come back to.
    if (open) log.error({ err: error }, "the live bus is interrupted");
  });
  const refused = new Promise<never>((_, reject) => client.once("error", reject));
  try {
    await Promise.race([client.connect(), refused]);
  } catch (error) {
    client.destroy();
    throw error;
  }
  open = true;
  return {
    adapter: createAdapter(client, { streamName: "gongzhi:live", maxLen: KEPT_EVENTS }),
    close: async () => client.destroy(),
  };
}
