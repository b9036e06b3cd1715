import { rooms } from "@gongzhi/shared/live";
import { communityOf, countyOf, townOf } from "@gongzhi/shared/divisions";
import type { Clock } from "../../core/clock.ts";
import type { Live } from "../../core/live.ts";
import type { Logger } from "../../core/log.ts";
import type { ParticipationService } from "./service.ts";

/** At most one publication in this time for each room. */
const PAUSE_MS = 1_000;

/** What the publisher works with. */
export interface PublisherWorld {
  readonly service: Pick<ParticipationService, "figuresOf" | "forget">;
  readonly live: Pick<Live, "publish">;
  /** Whether anybody is in a room of this process; nothing is computed for an empty one. */
  readonly isWatched: (room: string) => boolean;
  readonly clock: Clock;
  readonly log: Logger;
  /** Runs something later; tests bring their own. */
  readonly later?: (ms: number, run: () => void) => void;
}

/** Tells those watching a division's figures when they have changed. */
export function figuresPublisher(world: PublisherWorld) {
  const { service, live, isWatched, clock, log, later = afterwards } = world;
  /** The divisions that published or waited within the last pause, and whether something has changed since. */
  const resting = new Map<string, { changed: boolean }>();

  function changedIn(division: string): void {
    const rest = resting.get(division);
    if (rest) rest.changed = true;
    else publish(division);
  }

  function publish(division: string): void {
    if (!isWatched(rooms.figures(division))) return;
    const rest = { changed: false };
    resting.set(division, rest);
    later(PAUSE_MS, () => {
      resting.delete(division);
      if (rest.changed) publish(division);
    });
    service
      .figuresOf(division, clock.now())
      .then((figures) => live.publish("figures.changed", figures, [rooms.figures(division)]))
      .catch((error: unknown) => log.error({ err: error, division }, "figures could not be computed"));
  }

  return {
    /** Something about a case in this grid has changed. */
    mark(gridCode: string): void {
      const divisions = [communityOf(gridCode), townOf(gridCode), `${countyOf(gridCode) ?? ""}000000`];
      const changed = divisions.filter((division) => division !== null);
      service.forget(changed);
      changed.forEach(changedIn);
    },
  };
}
export type FiguresPublisher = ReturnType<typeof figuresPublisher>;

const afterwards = (ms: number, run: () => void): void => void setTimeout(run, ms).unref();
