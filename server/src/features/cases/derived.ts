import {
  closedStatuses,
  isPublic,
  nextStep,
  openStatuses,
  type Case,
  type CaseStatus,
  type Standing,
} from "@gongzhi/shared/cases";
import { communityOf, countyOf, townOf } from "@gongzhi/shared/divisions";

/** What the database keeps beside a case so that queues, lists and figures are plain index reads. */
export interface Derived {
  /** Six digits: where the case is numbered. */
  county: string;
  /** The grid and every division up to the county, to find the cases of a territory by equality. */
  within: string[];
  classCode: string;
  public: boolean;
  open: boolean;
  closed: boolean;
  /** Who makes the next step; null when nobody has to. */
  nextBy: Standing | null;
  waitsForReporter: boolean;
  /** When the reporter last did something about it: reported, supplemented, confirmed or disputed. */
  reporterActedAt: Date;
  /** From this moment on the first response counts as due; null where it cannot be, or not yet. */
  responseDueAt: Date | null;
  answeredInTime: boolean;
}

const reporterActs: readonly string[] = ["submit", "supplement", "confirm", "dispute"];
const isIn = (statuses: readonly CaseStatus[], { status }: Case) => statuses.includes(status);

/** Everything that follows from a case and is stored with it; computed at every write, never set by itself. */
export function derive(kase: Case): Derived {
  const nextBy = nextStep(kase)?.who ?? null;
  return {
    county: countyOf(kase.gridCode) ?? "",
    within: territoriesOf(kase.gridCode),
    classCode: kase.typeCode.slice(0, 2),
    public: isPublic(kase),
    open: isIn(openStatuses, kase),
    closed: isIn(closedStatuses, kase),
    nextBy,
    waitsForReporter: nextBy === "reporter",
    reporterActedAt: lastActOf(kase),
    responseDueAt: responseDueAt(kase),
    answeredInTime: kase.contactedAt !== null && kase.contactedAt <= kase.limits.respondDueAt,
  };
}

/** The 12 digits of the county a code lies in. */
export const countyDivision = (code: string): string => `${countyOf(code) ?? ""}`.padEnd(12, "0");

/** A grid with every division above it up to the county. */
export function territoriesOf(gridCode: string): string[] {
  const above = [communityOf(gridCode), townOf(gridCode)].filter((code) => code !== null);
  return [gridCode, ...above, countyDivision(gridCode)];
}

function lastActOf(kase: Case): Date {
  const acts = kase.timeline.filter(({ by, move }) => by === "reporter" && reporterActs.includes(move));
  return acts.at(-1)?.at ?? kase.submittedAt;
}

/**
 * When the first response to a case became due for the response rate (DOMAIN section 7: of the cases whose response
 * is due). It never does while the clock stands still before the limit, nor when the case ended before it: withdrawn
 * or not accepted in time, without a contact. A case that ended later was due all the same.
 */
function responseDueAt(kase: Case): Date | null {
  const due = kase.limits.respondDueAt;
  if (kase.contactedAt) return due;
  if (kase.pausedAt && kase.pausedAt < due) return null;
  const ended = isIn(openStatuses, kase) ? null : kase.timeline.at(-1)?.at;
  return ended && ended < due ? null : due;
}

/** The names of all that is derived. */
export const derivedNames = [
  "county",
  "within",
  "classCode",
  "public",
  "open",
  "closed",
  "nextBy",
  "waitsForReporter",
  "reporterActedAt",
  "responseDueAt",
  "answeredInTime",
] as const satisfies readonly (keyof Derived)[];
