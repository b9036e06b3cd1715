import type { CaseView } from "./model.ts";
import { ruleOf, type CaseMove } from "./workflow.ts";

/** Where a move leads that does not bring the case nearer to its answer. */
const aside: readonly string[] = ["@same", "NEED_INFO", "NOT_ACCEPTED", "WITHDRAWN", "REWORK"];

/**
 * Of the moves the viewer may make, the one that brings the case on and deserves the big button: the first contact
 * while it is due, else the first that leads nearer to the answer; null where there is none.
 */
export function leadingMove({ moves, next }: Pick<CaseView, "moves" | "next">): CaseMove | null {
  const open = moves as CaseMove[];
  if (next?.limit === "respond" && open.includes("contact")) return "contact";
  return open.find((move) => !aside.includes(ruleOf(move).to)) ?? null;
}
