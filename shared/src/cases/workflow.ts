import { isWithin } from "../divisions/codes.ts";
import type { Actor, Role } from "../accounts/roles.ts";
import { DAY_MS, permit, refuse, type Decision } from "../core/index.ts";
import type { Case, CaseStatus, RejectReason, ResultCode, Standing, Visibility } from "./model.ts";

/** What a move has to bring along. */
export type Need = "text" | "reason" | "unit" | "result" | "evidence";

interface Rule {
  readonly from: readonly CaseStatus[];
  readonly to: CaseStatus | "@same" | "@previous";
  readonly by: readonly Standing[];
  readonly needs: readonly Need[];
  /** Who may read what was said; "chosen": the one who moves decides between public and internal. */
  readonly shown: Visibility | "chosen";
}

const handling: CaseStatus[] = ["GRID_HANDLING", "IN_PROGRESS"];

/**
 * The life of a case: every move there is so far. Buttons, guards, timeline words and the docs' diagram read
 * this table; its rows are those of the domain's state machine, by the same names.
 */
export const caseMoves = {
  askInfo: {
    from: ["SUBMITTED", "ACCEPTED", "IN_PROGRESS"],
    to: "NEED_INFO",
    by: ["gridWorker", "communityWorker", "commandDesk", "station"],
    needs: ["text"],
    shown: "parties",
  },
  // The system supplements nothing: it lets the case go on when five working days passed without an answer.
  supplement: {
    from: ["NEED_INFO"],
    to: "@previous",
    by: ["reporter", "system"],
    needs: ["text"],
    shown: "parties",
  },
  accept: {
    from: ["SUBMITTED"],
    to: "ACCEPTED",
    by: ["gridWorker", "communityWorker", "commandDesk"],
    needs: [],
    shown: "public",
  },
  reject: {
    from: ["SUBMITTED"],
    to: "NOT_ACCEPTED",
    by: ["commandDesk", "communityWorker"],
    needs: ["reason", "text"],
    shown: "parties",
  },
  withdraw: {
    from: ["SUBMITTED", "NEED_INFO", "ACCEPTED"],
    to: "WITHDRAWN",
    by: ["reporter"],
    needs: [],
    shown: "parties",
  },
  selfHandle: {
    from: ["ACCEPTED"],
    to: "GRID_HANDLING",
    by: ["gridWorker", "communityWorker"],
    needs: [],
    shown: "public",
  },
  dispatch: {
    from: ["ACCEPTED", "GRID_HANDLING", "REWORK"],
    to: "DISPATCHED",
    by: ["commandDesk"],
    needs: ["unit"],
    shown: "public",
  },
  sign: { from: ["DISPATCHED"], to: "IN_PROGRESS", by: ["station"], needs: [], shown: "public" },
  contact: {
    from: handling,
    to: "@same",
    by: ["gridWorker", "communityWorker", "station"],
    needs: ["text"],
    shown: "parties",
  },
  progress: {
    from: handling,
    to: "@same",
    by: ["gridWorker", "communityWorker", "station"],
    needs: ["text"],
    shown: "chosen",
  },
  feedback: {
    from: handling,
    to: "FEEDBACK",
    by: ["gridWorker", "communityWorker", "station"],
    needs: ["result", "text", "evidence"],
    shown: "public",
  },
  confirm: { from: ["FEEDBACK"], to: "CLOSED", by: ["reporter"], needs: [], shown: "public" },
  autoConfirm: { from: ["FEEDBACK"], to: "CLOSED", by: ["system"], needs: [], shown: "public" },
  dispute: {
    from: ["FEEDBACK", "CLOSED"],
    to: "REWORK",
    by: ["reporter"],
    needs: ["text"],
    shown: "parties",
  },
} as const satisfies Record<string, Rule>;

/** The name of a move. */
export type CaseMove = keyof typeof caseMoves;
export const caseMoveNames = Object.keys(caseMoves) as CaseMove[];

/** The row of a move with its general type. */
export const ruleOf = (move: CaseMove): Rule => caseMoves[move];

/** What comes with a move; the table says which parts it needs. */
export interface MoveRequest {
  move: CaseMove;
  text?: string | undefined;
  reason?: RejectReason | undefined;
  unit?: string | undefined;
  result?: ResultCode | undefined;
  photoIds?: readonly string[] | undefined;
  visibility?: "public" | "internal" | undefined;
}

/** The reporter may disagree this long after closing, and this often (state machine: dispute). */
export const DISPUTE_DAYS = 15;
export const MAX_DISPUTES = 2;
/** Silence of the reporter this long after feedback closes the case as unconfirmed (autoConfirm). */
export const CONFIRM_DAYS = 7;

/** Everything the actor is to the case. */
export function standingsOf(actor: Actor, kase: Pick<Case, "reporterId" | "gridCode" | "unit">): Standing[] {
  const held: Partial<Record<Role, Standing>> = {
    gridWorker: "gridWorker",
    communityWorker: "communityWorker",
    commandDesk: "commandDesk",
  };
  const standings: Standing[] = actor.id !== null && actor.id === kase.reporterId ? ["reporter"] : [];
  for (const post of actor.posts) {
    if (!isWithin(kase.gridCode, post.territory)) continue;
    const standing = post.role === "station" && post.dept === kase.unit ? "station" : held[post.role];
    if (standing) standings.push(standing);
  }
  return standings;
}

/** Which of the actor's standings the move would be made by. */
export const standingFor = (move: CaseMove, standings: readonly Standing[]): Standing | undefined =>
  standings.find((standing) => ruleOf(move).by.includes(standing));

type Refusal =
  | "case.move_not_yours"
  | "case.wrong_status"
  | "case.move_incomplete"
  | "case.evidence_needed"
  | "case.already_asked"
  | "case.not_for_grid"
  | "case.not_withdrawable"
  | "case.dispute_too_late"
  | "case.disputed_enough"
  | "case.too_long";

/** The history is kept inside the case, so notes stop here; the moves that lead to its end do not. */
export const MAX_TIMELINE = 300;

/** Whether the rules of the single move allow it, beyond state, standing and completeness. */
function particular(move: CaseMove, kase: Case, now: Date): Refusal | null {
  switch (move) {
    case "askInfo":
      return kase.askedIn.includes(kase.status) ? "case.already_asked" : null;
    case "selfHandle":
      return kase.level === "G" ? null : "case.not_for_grid";
    case "withdraw":
      return kase.priority === "P1" ? "case.not_withdrawable" : null;
    case "dispute": {
      if (kase.disputes >= MAX_DISPUTES) return "case.disputed_enough";
      const late = kase.closedAt && now.getTime() > kase.closedAt.getTime() + DISPUTE_DAYS * DAY_MS;
      return late ? "case.dispute_too_late" : null;
    }
    case "contact":
    case "progress":
      return kase.timeline.length >= MAX_TIMELINE ? "case.too_long" : null;
    default:
      return null;
  }
}

function missing(kase: Case, request: MoveRequest, rule: Rule, by: Standing): Refusal | null {
  const brought: Record<Need, boolean> = {
    // The system has nothing to say beyond what it does.
    text: by === "system" || Boolean(request.text?.trim()),
    reason: Boolean(request.reason),
    unit: Boolean(request.unit),
    result: Boolean(request.result),
    evidence: !kase.evidenceNeeded || Boolean(request.photoIds?.length),
  };
  const need = rule.needs.find((each) => !brought[each]);
  if (!need) return null;
  return need === "evidence" ? "case.evidence_needed" : "case.move_incomplete";
}

/** Where the move takes the case and in which standing it is made, or the one reason it may not be made. */
export function decideMove(
  standings: readonly Standing[],
  kase: Case,
  request: MoveRequest,
  now: Date,
): Decision<{ to: CaseStatus; by: Standing }, Refusal> {
  const rule = ruleOf(request.move);
  const by = standingFor(request.move, standings);
  if (!by) return refuse("case.move_not_yours");
  if (!rule.from.includes(kase.status)) return refuse("case.wrong_status");
  const barred = particular(request.move, kase, now) ?? missing(kase, request, rule, by);
  if (barred) return refuse(barred);
  if (rule.to === "@same") return permit({ to: kase.status, by });
  if (rule.to === "@previous") return permit({ to: kase.returnTo ?? "SUBMITTED", by });
  return permit({ to: rule.to, by });
}

/** The moves somebody with these standings may make now, in the order of the table. */
export const openMoves = (standings: readonly Standing[], kase: Case, now: Date): CaseMove[] =>
  caseMoveNames.filter(
    (move) =>
      standingFor(move, standings) !== undefined &&
      ruleOf(move).from.includes(kase.status) &&
      particular(move, kase, now) === null,
  );
