import type { Actor } from "@gongzhi/shared/accounts";
import { CaseId } from "@gongzhi/shared/core";
import { isWithin } from "@gongzhi/shared/divisions";
import { parseRoom } from "@gongzhi/shared/live";

/** What the watch asks the cases: whether somebody may see this one. */
export type MayWatchCase = (actor: Actor, caseId: CaseId) => Promise<boolean>;

/** Whether the actor may enter the room of this name; never for a name that is none. */
export async function mayEnter(actor: Actor, name: string, mayWatchCase: MayWatchCase): Promise<boolean> {
  const room = parseRoom(name);
  switch (room?.kind) {
    case "figures":
    case "publicCases":
      return true;
    case "account":
      return room.key === actor.id;
    case "division":
      return actor.posts.some(({ role, territory }) =>
        // A station works for its department wherever in the county a case is sent from.
        role === "station"
          ? isWithin(room.key, territory) || isWithin(territory, room.key)
          : isWithin(room.key, territory),
      );
    case "case":
      return mayWatchCase(actor, CaseId.parse(room.key));
    default:
      return false;
  }
}
