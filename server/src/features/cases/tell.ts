import { isPublic, type Case } from "@gongzhi/shared/cases";
import { countyOf } from "@gongzhi/shared/divisions";
import { rooms } from "@gongzhi/shared/live";
import { territoriesOf } from "./derived.ts";
import type { CaseWorld } from "./world.ts";

/** Hears in which grid something about a case has changed. */
export type HearChange = (gridCode: string) => void;

/** Tells those watching, after the write has succeeded. */
export function teller({ live, follows }: Pick<CaseWorld, "live" | "follows">) {
  const hearers = new Set<HearChange>();
  const divisionRooms = ({ gridCode }: Case) => territoriesOf(gridCode).map(rooms.division);
  const publicRoom = ({ gridCode }: Case) => rooms.publicCases(countyOf(gridCode) ?? "");
  const changed = ({ gridCode }: Case) => hearers.forEach((hear) => hear(gridCode));

  return {
    /** Calls `hear` whenever something changed that figures may count. */
    onChange: (hear: HearChange) => void hearers.add(hear),

    reported(kase: Case): void {
      const { id: caseId, gridCode } = kase;
      live.publish("case.reported", { caseId, gridCode }, [
        ...divisionRooms(kase),
        rooms.account(kase.reporterId),
        ...(isPublic(kase) ? [publicRoom(kase)] : []),
      ]);
      changed(kase);
    },

    /** A public list also has to hear of the step that takes a case off it. */
    async moved(before: Case, kase: Case): Promise<void> {
      const { id: caseId, gridCode, revision } = kase;
      const followers = await follows.followersOf(caseId);
      live.publish("case.moved", { caseId, revision, gridCode }, [
        rooms.case(caseId),
        ...divisionRooms(kase),
        ...[kase.reporterId, ...followers].map(rooms.account),
        ...(isPublic(before) || isPublic(kase) ? [publicRoom(kase)] : []),
      ]);
      changed(kase);
    },

    /** The reporter's number was looked at: news for the reporter, and for whoever has the case open. */
    opened({ id: caseId, gridCode, revision, reporterId }: Case): void {
      live.publish("case.moved", { caseId, revision, gridCode }, [
        rooms.case(caseId),
        rooms.account(reporterId),
      ]);
    },

    followed: changed,
  };
}
export type Tell = ReturnType<typeof teller>;
