import type { Caller } from "./caller.ts";
import { inTurn } from "./inTurn.ts";
import { openBareHall, openPortalHall, pushRound, type Pushed } from "./halls.ts";
import { residentMiB } from "./memory.ts";
import type { Stage } from "./stage.ts";

/** Connections in the room. */
export const SOCKETS = 1_000;
const ROUNDS = 15;
const A_ROUND = 5;
const WARM_UP = 10;

/** What pushing took, and what the connections weigh. */
export interface PushResult {
  readonly pushed: Record<"portal" | "bare", Pushed[]>;
  /** MiB of each server with everybody connected. */
  readonly memory: Record<"portal" | "bare", number>;
}

/** One move of a case watched by many, again and again; and the bare server sending as much to as many. */
export async function measurePush(stage: Stage, people: readonly [Caller, Caller]): Promise<PushResult> {
  const portal = await openPortalHall(stage, people, SOCKETS);
  const bare = await openBareHall(stage, SOCKETS);
  const rounds = (amount: number) => ({
    portal: () => pushRound(portal, amount),
    bare: () => pushRound(bare, amount),
  });
  await inTurn(1, rounds(WARM_UP));
  const pushed = await inTurn(ROUNDS, rounds(A_ROUND));
  const memory = {
    portal: await residentMiB(stage.portal.pid),
    bare: await residentMiB(stage.bareSocket.pid),
  };
  await Promise.all([portal.audience.stop(), bare.audience.stop()]);
  return { pushed, memory };
}
