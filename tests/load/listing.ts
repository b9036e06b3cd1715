import { bombard, type Round, type Shot } from "./bombard.ts";
import { callerAt } from "./caller.ts";
import { inTurn } from "./inTurn.ts";
import type { Worker } from "./people.ts";
import type { Stage } from "./stage.ts";

const ROUNDS = 4;
const A_ROUND = 1_000;
const WARM_UP = 400;
/** Addresses the visitors come from; each may read 600 times in a burst. */
const VISITORS = 64;

/** Who reads what: the portal's public list and its workers' queues, and the same of the same cases by the bare server. */
export type Reading = "list" | "bareList" | "queue" | "bareQueue";

/** Pages of twenty cases, read by visitors and by workers. */
export async function measureListing(
  { portal, bareHttp }: Stage,
  workers: readonly Worker[],
): Promise<Record<Reading, Round[]>> {
  const visitors = Array.from({ length: VISITORS }, (_, number) => callerAt(portal.url, number));
  const everybody = visitors.map(
    ({ headers }) => ({ method: "GET", path: "/api/cases?limit=20", headers }) as const,
  );
  const everyWorker = workers.map(
    ({ headers }) => ({ method: "GET", path: "/api/cases/queue?limit=20", headers }) as const,
  );
  const bareQueues = workers.map(
    ({ territory }) => ({ method: "GET", path: `/queue?within=${territory}` }) as const,
  );

  const reading = (url: string, shots: readonly Shot[], amount: number) => () => {
    let number = 0;
    return bombard({
      ...{ url, amount },
      next: () => shots[number++ % shots.length] ?? { method: "GET", path: "/" },
      fault: (status, body) => (status === 200 && isPage(body) ? null : `${status} ${body}`),
    });
  };
  const rounds = (amount: number) => ({
    list: reading(portal.url, everybody, amount),
    bareList: reading(bareHttp.ready.url, [{ method: "GET", path: "/cases" }], amount),
    queue: reading(portal.url, everyWorker, amount),
    bareQueue: reading(bareHttp.ready.url, bareQueues, amount),
  });
  await inTurn(1, rounds(WARM_UP));
  return inTurn(ROUNDS, rounds(A_ROUND));
}

const isPage = (body: string): boolean => body.split('"caseNo"').length === 21;
