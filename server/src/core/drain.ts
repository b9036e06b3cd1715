import type { Server } from "node:http";

/**
 * Lets a server end without waiting for connections on which nothing happens: browsers open some in advance and
 * never send a request on them, and HTTP alone would wait for each until it times out.
 *
 * @returns how to end: no more calls are taken, those under way are answered, at the latest until the time is up
 */
export function drainable(http: Server): (atMostMs: number) => Promise<void> {
  let underWay = 0;
  let onLast = () => {};
  http.on("request", (_req, res) => {
    underWay += 1;
    res.once("close", () => {
      underWay -= 1;
      if (underWay === 0) onLast();
    });
  });

  return async (atMostMs) => {
    const closed = new Promise((over) => http.close(over));
    const late = setTimeout(() => onLast(), atMostMs).unref();
    await new Promise<void>((last) => {
      onLast = last;
      if (underWay === 0) last();
    });
    clearTimeout(late);
    http.closeAllConnections();
    await closed;
  };
}
