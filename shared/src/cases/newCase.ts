import type { AccountId, AttachmentId, CaseId } from "../core/index.ts";
import type { EventType } from "../taxonomy/model.ts";
import { limitsFrom } from "./limits.ts";
import type { Case, Report } from "./model.ts";
import { foresee } from "./nextStep.ts";
import type { WorkCalendar } from "./workCalendar.ts";

/** A title is the first sentence of the report, at most this long (DOMAIN: title 4 to 40 characters). */
export const TITLE_LENGTH = 40;

/** The first sentence of what somebody wrote, as the title of the case. */
export function titleOf(words: string): string {
  const [first = words] = words.trim().split(/[\n。！？!?；;]/u);
  const letters = Array.from(first.trim() || words.trim());
  return letters.length <= TITLE_LENGTH
    ? letters.join("")
    : `${letters.slice(0, TITLE_LENGTH - 1).join("")}…`;
}

/** What an event type says about every case of it. */
export const typed = (type: EventType) => ({
  typeCode: type.code,
  platform: type.platform,
  level: type.level,
  priority: type.priority,
  publicScope: type.publicScope,
  sla: type.sla,
  // The state machine asks for evidence "for field types": those whose report asks for photos as well.
  evidenceNeeded: type.requiredFields.includes("photos"),
});

/** What the server adds to a report to make it a case. */
export interface Intake {
  id: CaseId;
  caseNo: string;
  reporterId: AccountId;
  gridCode: string;
  type: EventType;
  now: Date;
  calendar: WorkCalendar;
}

/** The case a report begins: submitted, its clocks running from now, its history one line long. */
export function newCase(report: Report, intake: Intake): Case {
  const { now, type, calendar, id, caseNo, reporterId, gridCode } = intake;
  const limits = limitsFrom(type.sla, now, calendar);
  const kase: Case = {
    id,
    caseNo,
    draftId: report.draftId,
    reporterId,
    channel: report.channel,
    title: titleOf(report.words),
    words: report.words,
    localTerm: report.localTerm,
    answers: report.answers,
    ...typed(type),
    gridCode,
    point: report.place.point,
    address: report.place.address,
    anonymous: report.anonymous,
    contactConsent: report.contactConsent,
    photoIds: report.photoIds as AttachmentId[],
    status: "SUBMITTED",
    returnTo: null,
    askedIn: [],
    unit: null,
    submittedAt: now,
    limits,
    originalResolveDueAt: limits.resolveDueAt,
    pausedAt: null,
    pauses: [],
    supplementDueAt: null,
    acceptedAt: null,
    contactedAt: null,
    feedbackAt: null,
    closedAt: null,
    result: null,
    closedBy: null,
    disputes: 0,
    nextDueAt: null,
    yellowAt: null,
    openings: [],
    timeline: [
      {
        at: now,
        move: "submit",
        by: "reporter",
        byId: reporterId,
        to: "SUBMITTED",
        visibility: "public",
        text: null,
        photoIds: [],
        result: null,
        reason: null,
        unit: null,
      },
    ],
    revision: 1,
  };
  return foresee(kase, calendar);
}
