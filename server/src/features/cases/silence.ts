import { carryOut, decideMove, type Case, type MoveRequest } from "@gongzhi/shared/cases";
import { workCalendar } from "./calendar.ts";
import type { Tell } from "./tell.ts";
import type { CaseWorld } from "./world.ts";

/** Cases taken care of in one turn of the job; more wait for the next. */
const AT_MOST = 500;

/** What the system does when the reporter has not answered in time: by where the case waits. */
const moveOfSilence: Partial<Record<Case["status"], MoveRequest>> = {
  FEEDBACK: { move: "autoConfirm" },
  NEED_INFO: { move: "supplement" },
};

/** What becomes of cases whose reporter is silent. */
export const silence = ({ cases, taxonomy }: CaseWorld, tell: Tell) => ({
  /**
   * Closes as unconfirmed what was not answered for seven days, and lets go on what was not supplemented in time. Each
   * write is conditional on the revision, so with several processes every case still makes its move once.
   */
  async endSilence(now: Date): Promise<void> {
    const calendar = workCalendar(await taxonomy.sessions());
    for (const kase of await cases.silentSince(now, AT_MOST)) {
      const request = moveOfSilence[kase.status];
      if (!request) continue;
      const decision = decideMove(["system"], kase, request, now);
      if (!decision.ok) continue;
      const next = carryOut(kase, request, { ...decision.value, byId: null, now, calendar });
      const moved = await cases.advance(kase, next);
      if (moved) await tell.moved(kase, moved);
    }
  },
});
