import { bombard, type Round } from "./bombard.ts";
import { callerAt, type Caller } from "./caller.ts";
import { inTurn } from "./inTurn.ts";
import type { Stage } from "./stage.ts";

const ROUNDS = 4;
const A_ROUND = 1_200;
const WARM_UP = 400;
/** Addresses the visitors come from; each may read 600 times in a burst. */
const VISITORS = 64;

/** Visitors reading the public list, workers their queue, and the bare server's list of the same cases. */
export async function measureListing(
  { portal, bareHttp }: Stage,
  workers: readonly Caller[],
): Promise<Record<"list" | "queue" | "bare", Round[]>> {
  const visitors = Array.from({ length: VISITORS }, (_, number) => callerAt(portal.url, number));
  const reading = (url: string, path: string, callers: readonly Caller[]) => (amount: number) => () => {
    let number = 0;
    return bombard({
      ...{ url, amount },
      next() {
        number += 1;
        return { method: "GET", path, headers: callers[number % callers.length]?.headers ?? {} };
      },
      // Both answer with a page of twenty.
      fault: (status, body) =>
        status === 200 && body.split('"caseNo"').length === 21 ? null : `${status} ${body}`,
    });
  };
  const contenders = {
    list: reading(portal.url, "/api/cases?limit=20", visitors),
    queue: reading(portal.url, "/api/cases/queue?limit=20", workers),
    bare: reading(bareHttp.ready.url, "/cases", visitors),
  };
  const rounds = (amount: number) => ({
    list: contenders.list(amount),
    queue: contenders.queue(amount),
    bare: contenders.bare(amount),
  });
  await inTurn(1, rounds(WARM_UP));
  return inTurn(ROUNDS, rounds(A_ROUND));
}
