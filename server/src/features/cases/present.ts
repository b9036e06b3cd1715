import type { Actor } from "@gongzhi/shared/accounts";
import {
  openMoves,
  seenBy,
  standingsOf,
  summaryOf,
  type Case,
  type CaseLine,
  type CaseSummary,
  type CaseView,
} from "@gongzhi/shared/cases";
import type { CaseWorld } from "./world.ts";

const nobodyYet = { followed: false, followers: 0 } as const;

/** Shows cases to whoever asks. */
export function presenter({ photos, follows, accounts }: Pick<CaseWorld, "photos" | "follows" | "accounts">) {
  return {
    /** The case as the actor may see it; null where they may not. Nobody can follow yet what was just stored. */
    async view(kase: Case, actor: Actor, now: Date, { isNew = false } = {}): Promise<CaseView | null> {
      const photoIds = [...kase.photoIds, ...kase.timeline.flatMap((entry) => entry.photoIds)];
      const standings = standingsOf(actor, kase);
      const mayDispatch = openMoves(standings, kase, now).includes("dispatch");
      const [following, links, units] = await Promise.all([
        isNew ? nobodyYet : follows.of(kase.id, actor.kind === "resident" ? actor.id : null),
        photoIds.length > 0 ? photos.links(photoIds, now) : [],
        mayDispatch ? accounts.stationsFor(kase.gridCode) : [],
      ]);
      const byId = new Map<string, (typeof links)[number]>(links.map((link) => [link.id, link]));
      return seenBy({
        kase,
        standings,
        units,
        viewerId: actor.id,
        now,
        links: (ids) => ids.flatMap((id) => byId.get(id) ?? []),
        ...following,
      });
    },

    /** The case as a line of the actor's list. */
    summary: (kase: CaseLine, actor: Actor): CaseSummary => summaryOf(kase, standingsOf(actor, kase)),
  };
}
export type Show = ReturnType<typeof presenter>;
