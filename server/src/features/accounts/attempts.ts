import { ours } from "../../core/db.ts";
import { AttemptModel } from "./model.ts";

/** How many attempts in a row are allowed, and for how long the next one is refused after that. */
export interface AttemptLimit {
  readonly most: number;
  readonly forMs: number;
}

/** Counts attempts at what must not be guessed or flooded: one atomic write each, whoever else is trying. */
export const attempts = {
  /**
   * Takes one attempt; false when too many were taken. The last one allowed starts the wait, and attempts during
   * the wait do not prolong it. The count starts anew when none was taken for as long.
   */
  async take(what: string, { most, forMs }: AttemptLimit, now: Date): Promise<boolean> {
    const running = { $gt: ["$until", now] };
    const taken = await AttemptModel.findOneAndUpdate(
      { _id: what },
      [
        { $set: { count: { $cond: [running, { $add: ["$count", 1] }, 1] } } },
        {
          $set: { until: { $cond: [{ $lte: ["$count", most] }, new Date(now.getTime() + forMs), "$until"] } },
        },
      ],
      { upsert: true, returnDocument: "after", updatePipeline: true },
    ).lean();
    return taken.count <= most;
  },

  /** Success: nothing was guessed, the count is forgotten. */
  async forget(what: string): Promise<void> {
    await AttemptModel.deleteOne({ _id: what });
  },

  async sweep(now: Date): Promise<void> {
    await AttemptModel.deleteMany({ until: ours({ $lte: now }) });
  },
};
