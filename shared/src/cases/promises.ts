import { limitKeys, type LimitName } from "./limits.ts";
import type { CaseView, TimelineView } from "./model.ts";

/** One promise of a case: until when, and whether it was kept; `doneAt` is null while it is not. */
export interface Promised {
  readonly limit: LimitName;
  readonly dueAt: string;
  readonly doneAt: string | null;
}

/** The moves by which each promise is kept. */
const keptBy: Record<LimitName, readonly string[]> = {
  accept: ["accept", "reject"],
  respond: ["contact", "feedback"],
  resolve: ["feedback"],
};

/** The promises of a case in their order, with the moment each was kept; a dispute opens the last one anew. */
export function promisesOf({ limits, timeline }: Pick<CaseView, "limits" | "timeline">): Promised[] {
  const since = timeline.map((entry) => entry.move).lastIndexOf("dispute") + 1;
  return (Object.keys(limitKeys) as LimitName[]).map((limit) => {
    const entries: readonly TimelineView[] = limit === "resolve" ? timeline.slice(since) : timeline;
    const kept = entries.find((entry) => keptBy[limit].includes(entry.move));
    return { limit, dueAt: limits[limitKeys[limit]], doneAt: kept?.at ?? null };
  });
}
