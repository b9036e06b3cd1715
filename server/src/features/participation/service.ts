import { startOfShanghaiWeek, type AccountId } from "@gongzhi/shared/core";
import { levelOf } from "@gongzhi/shared/divisions";
import type { Figures, participationApi } from "@gongzhi/shared/participation";
import { fail } from "../../core/fail.ts";
import type { Call } from "../../core/serve.ts";
import type { AccountService } from "../accounts/service.ts";
import type { CaseService } from "../cases/service.ts";
import type { DivisionService } from "../divisions/service.ts";
import { tabulate } from "./tabulate.ts";

/** Time alone changes figures as well: a day begins, a response becomes due. So nothing computed is older than this. */
const MAX_AGE_MS = 10_000;
const levels: readonly (string | null)[] = ["county", "town", "community"];

/** What participation figures are computed from. */
export interface ParticipationWorld {
  readonly cases: Pick<CaseService, "counts" | "takingPart">;
  readonly accounts: Pick<AccountService, "describe">;
  readonly divisions: Pick<DivisionService, "knows" | "communitiesIn">;
}

interface Kept {
  readonly at: Date;
  readonly figures: Promise<Figures>;
}

/** The participation figures of counties, towns and communities. */
export const participationService = ({ cases, accounts, divisions }: ParticipationWorld) => {
  const kept = new Map<string, Kept>();
  const hidden = new Map<string, { week: number; keys: ReadonlySet<string> }>();

  async function people(ids: readonly AccountId[]) {
    const about = await accounts.describe(ids);
    return ids.map((id) => about.get(id) ?? { communityCode: null, ageBand: null });
  }

  /** Within a week counts only grow; what was hidden once stays hidden rather than what was shown. */
  function hiddenBefore(division: string, now: Date): ReadonlySet<string> {
    const before = hidden.get(division);
    return before?.week === startOfShanghaiWeek(now).getTime() ? before.keys : new Set();
  }

  async function compute(division: string, now: Date): Promise<Figures> {
    const [counts, communities, taking] = await Promise.all([
      cases.counts(division, now),
      divisions.communitiesIn(division),
      cases.takingPart(division, now).then(people),
    ]);
    const takingPart = tabulate(taking, communities, hiddenBefore(division, now));
    const cells = [...takingPart.byCommunity, ...takingPart.byAgeBand];
    const keys = new Set(cells.filter(({ count }) => count === null).map(({ key }) => key));
    hidden.set(division, { week: startOfShanghaiWeek(now).getTime(), keys });
    return { division, at: now.toISOString(), ...counts, takingPart };
  }

  /** The figures, computed anew when something has changed or they have become old. */
  function figuresOf(division: string, now: Date): Promise<Figures> {
    const known = kept.get(division);
    if (known && Math.abs(now.getTime() - known.at.getTime()) < MAX_AGE_MS) return known.figures;
    const figures = compute(division, now);
    kept.set(division, { at: now, figures });
    // A failed computation must not be remembered, and must not end one that came after it.
    figures.catch(() => kept.get(division)?.figures === figures && kept.delete(division));
    return figures;
  }

  return {
    async figures({ input: { division }, now }: Call<typeof participationApi.figures>): Promise<Figures> {
      if (!levels.includes(levelOf(division)) || !(await divisions.knows(division)))
        fail("division.not_found");
      return figuresOf(division, now);
    },

    figuresOf,

    /** Something in these divisions has changed: what was computed before, or is being computed, no longer counts. */
    forget: (changed: readonly string[]) => changed.forEach((division) => kept.delete(division)),
  };
};
export type ParticipationService = ReturnType<typeof participationService>;
