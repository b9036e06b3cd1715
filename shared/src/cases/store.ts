import { defineStore } from "pinia";
import { shallowReactive } from "vue";
import { AppError } from "../core/appError.ts";
import type { CaseId } from "../core/index.ts";
import { usePlatform } from "../platform/services.ts";
import type { CaseView } from "./model.ts";
import type { MoveRequest } from "./workflow.ts";

/** A move with its corrected event type, as the API takes it. */
export type MoveInput = Omit<MoveRequest, "photoIds"> & {
  photoIds?: CaseView["photos"][number]["id"][] | undefined;
  typeCode?: string | undefined;
};

/** The cases this device has open, kept fresh by the live connection. */
export const useCaseStore = defineStore("cases", () => {
  const { client, live } = usePlatform();
  const byId = shallowReactive(new Map<CaseId, CaseView>());

  /** Replies may overtake one another; the higher revision wins. */
  function keep(kase: CaseView): void {
    if (kase.revision >= (byId.get(kase.id)?.revision ?? 0)) byId.set(kase.id, kase);
  }

  /** Reads the case as it is now; one that may no longer be seen is dropped. */
  async function load(caseId: CaseId): Promise<void> {
    try {
      keep(await client.cases.view({ caseId }));
    } catch (error) {
      if (error instanceof AppError && error.code === "case.not_found") byId.delete(caseId);
      throw error;
    }
  }

  /** Makes a move from the revision on the screen; when somebody was faster the screen is brought up to date. */
  async function move(caseId: CaseId, input: MoveInput): Promise<void> {
    const revision = byId.get(caseId)?.revision ?? 0;
    try {
      keep(await client.cases.move({ caseId, revision, ...input }));
    } catch (error) {
      const stale = error instanceof AppError && /^case\.(moved_meanwhile|wrong_status)$/.test(error.code);
      if (stale) await load(caseId);
      throw error;
    }
  }

  const follow = async (caseId: CaseId, wanted: boolean) =>
    keep(await client.cases.follow({ caseId, follow: wanted }));

  /** Forgets everything, when another account takes over. */
  const forget = () => byId.clear();

  live.on("case.moved", ({ caseId, revision }) => {
    const known = byId.get(caseId);
    if (known && known.revision < revision) void load(caseId).catch(() => undefined);
  });

  return { byId, keep, load, move, follow, forget };
});
