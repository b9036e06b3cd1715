import { z } from "zod";
import { AttachmentId, CaseId, Instant, Point, type AccountId } from "../core/index.ts";
import { PhotoLink } from "../attachments/model.ts";
import { HandlingLevel, Platform4, Priority, PublicScope, type Sla } from "../taxonomy/model.ts";

/** The 18 states of a case, by the codes of the domain's state machine. */
export const CaseStatus = z.enum([
  "DRAFT",
  "SUBMITTED",
  "NEED_INFO",
  "NOT_ACCEPTED",
  "TRANSFERRED",
  "ACCEPTED",
  "GRID_HANDLING",
  "DISPATCHED",
  "RETURN_REVIEW",
  "IN_PROGRESS",
  "ESCALATED",
  "FEEDBACK",
  "REWORK",
  "CLOSED",
  "RATED",
  "ARCHIVED",
  "MERGED",
  "WITHDRAWN",
]);
export type CaseStatus = z.infer<typeof CaseStatus>;

/** What somebody is to a case; permission follows from it. */
export const Standing = z.enum([
  "reporter",
  "gridWorker",
  "communityWorker",
  "commandDesk",
  "station",
  "system",
]);
export type Standing = z.infer<typeof Standing>;

/** How a handler says it ended (feedback.requires in the state machine). */
export const ResultCode = z.enum(["solved", "partlySolved", "notYet", "explained"]);
export type ResultCode = z.infer<typeof ResultCode>;

/** Why a report is not accepted (DOMAIN 1.2; 北京接诉即办条例 11, 潍坊 19). */
export const RejectReason = z.enum(["lawsuit", "petition", "secret", "repeated", "notPublic", "unlawful"]);
export type RejectReason = z.infer<typeof RejectReason>;

/** Who may read a timeline entry: everyone, the reporter and the handlers, or the handlers alone. */
export const Visibility = z.enum(["public", "parties", "internal"]);
export type Visibility = z.infer<typeof Visibility>;

export const Channel = z.enum(["web", "miniapp", "gridWorker", "hotline12345"]);
export type Channel = z.infer<typeof Channel>;

/** The moments by which a case has to be accepted, answered for the first time, and resolved. */
export interface Limits {
  acceptDueAt: Date;
  respondDueAt: Date;
  resolveDueAt: Date;
}

/** A time during which a case waited for its reporter and its limits stood still. */
export interface Pause {
  from: Date;
  to: Date;
}

/** One line of a case's history. `move` is a name of `caseMoves`. */
export interface TimelineEntry {
  at: Date;
  move: string;
  by: Standing;
  byId: AccountId | null;
  to: CaseStatus;
  visibility: Visibility;
  text: string | null;
  photoIds: AttachmentId[];
  result: ResultCode | null;
  reason: RejectReason | null;
  unit: string | null;
}

/** Somebody looked at the reporter's phone number, and for what. */
export interface Opening {
  at: Date;
  by: Standing;
  byId: AccountId;
  purpose: string;
}

/** A case as the rules see it and the database keeps it. */
export interface Case {
  id: CaseId;
  caseNo: string;
  /** Made by the reporter's device; one report of one reporter has one. */
  draftId: string;
  reporterId: AccountId;
  channel: Channel;
  title: string;
  words: string;
  /** The resident's or locality's own name for it, where one was recognised. */
  localTerm: string | null;
  answers: Record<string, string>;
  typeCode: string;
  platform: Platform4;
  level: HandlingLevel;
  priority: Priority;
  publicScope: PublicScope;
  sla: Sla;
  /** The closing condition asks for a photo as evidence. */
  evidenceNeeded: boolean;
  gridCode: string;
  point: Point | null;
  address: string | null;
  anonymous: boolean;
  contactConsent: boolean;
  photoIds: AttachmentId[];
  status: CaseStatus;
  /** Where NEED_INFO returns to. */
  returnTo: CaseStatus | null;
  /** States in which information was already asked for; once each. */
  askedIn: CaseStatus[];
  /** Standard code of the department in the lead (主办), once dispatched. */
  unit: string | null;
  submittedAt: Date;
  limits: Limits;
  /** The limit to resolve as first promised; metrics count by it. */
  originalResolveDueAt: Date;
  pausedAt: Date | null;
  /** When the case waited for its reporter so far; what that took depends on the clock it is counted by. */
  pauses: Pause[];
  /** While paused: when the case goes on without an answer. */
  supplementDueAt: Date | null;
  acceptedAt: Date | null;
  contactedAt: Date | null;
  feedbackAt: Date | null;
  closedAt: Date | null;
  result: ResultCode | null;
  closedBy: "reporter" | "silence" | null;
  disputes: number;
  /** When the next step is due, and when four fifths of its time are gone. */
  nextDueAt: Date | null;
  yellowAt: Date | null;
  openings: Opening[];
  timeline: TimelineEntry[];
  revision: number;
}

/** The parts of a case that a line of a list is made from; its words and its history are not among them. */
export const lineParts = [
  ...(["id", "caseNo", "revision", "status", "title", "reporterId", "gridCode", "unit"] as const),
  ...(["typeCode", "platform", "level", "priority", "publicScope", "photoIds"] as const),
  ...([
    "submittedAt",
    "limits",
    "pausedAt",
    "supplementDueAt",
    "contactedAt",
    "feedbackAt",
    "closedAt",
  ] as const),
  ...(["nextDueAt", "yellowAt"] as const),
] satisfies readonly (keyof Case)[];
/** A case as far as a list needs it. */
export type CaseLine = Pick<Case, (typeof lineParts)[number]>;

const line = (max: number) => z.string().trim().max(max);

/** What a resident sends: the case in their own words, its standard event, and its place. */
export const Report = z.object({
  draftId: z.uuid(),
  words: line(1000).min(4),
  typeCode: z.string().regex(/^\d{6}$/),
  localTerm: line(40).nullable().default(null),
  answers: z.record(z.string().regex(/^[a-zA-Z]{1,20}$/), line(60)).default({}),
  place: z.object({
    gridCode: z
      .string()
      .regex(/^\d{15}$/)
      .nullable(),
    point: Point.nullable(),
    address: line(100).nullable(),
  }),
  photoIds: z.array(AttachmentId).max(9).default([]),
  anonymous: z.boolean().default(true),
  contactConsent: z.boolean().default(false),
  channel: z.enum(["web", "miniapp"]),
});
export type Report = z.infer<typeof Report>;

/** Who acts next, by when, and by which limit; `by` is null where the law gives none. */
export const NextStep = z.object({
  who: Standing,
  unit: z.string().nullable(),
  by: Instant.nullable(),
  limit: z.enum(["accept", "respond", "resolve", "confirm", "supplement"]),
  /** From here on the light is yellow; from `by` on it is red. */
  yellowAt: Instant.nullable(),
});
export type NextStep = z.infer<typeof NextStep>;

export const TimelineView = z.object({
  at: Instant,
  move: z.string(),
  by: Standing,
  /** The entry is the caller's own. */
  mine: z.boolean(),
  to: CaseStatus,
  visibility: Visibility,
  text: z.string().nullable(),
  photos: z.array(PhotoLink),
  result: ResultCode.nullable(),
  reason: RejectReason.nullable(),
  unit: z.string().nullable(),
});
export type TimelineView = z.infer<typeof TimelineView>;

/** A case in a list. */
export const CaseSummary = z.object({
  id: CaseId,
  caseNo: z.string(),
  revision: z.int(),
  status: CaseStatus,
  title: z.string(),
  typeCode: z.string(),
  platform: Platform4,
  priority: Priority,
  level: HandlingLevel,
  gridCode: z.string(),
  unit: z.string().nullable(),
  submittedAt: Instant,
  next: NextStep.nullable(),
  paused: z.boolean(),
  photos: z.int(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

/** What is open in one grid: in all, waiting for the caller, and past the moment its next step was due. */
export const GridLoad = z.object({ gridCode: z.string(), open: z.int(), yours: z.int(), late: z.int() });
export type GridLoad = z.infer<typeof GridLoad>;

/** A case as the caller may see it, together with what the caller may do to it next. */
export const CaseView = CaseSummary.omit({ photos: true }).extend({
  words: z.string(),
  publicScope: PublicScope,
  channel: Channel,
  anonymous: z.boolean(),
  answers: z.record(z.string(), z.string()),
  point: Point.nullable(),
  address: z.string().nullable(),
  limits: z.object({ acceptDueAt: Instant, respondDueAt: Instant, resolveDueAt: Instant }),
  evidenceNeeded: z.boolean(),
  result: ResultCode.nullable(),
  closedBy: z.enum(["reporter", "silence"]).nullable(),
  photos: z.array(PhotoLink),
  timeline: z.array(TimelineView),
  moves: z.array(z.string()),
  /** Where it may be dispatched: departments with a station for the place; empty for who cannot dispatch it. */
  units: z.array(z.string()),
  mine: z.boolean(),
  /** The caller is one of its handlers. */
  handling: z.boolean(),
  /** The reporter's community, where the reporter chose not to be anonymous. */
  reporterCommunity: z.string().nullable(),
  followed: z.boolean(),
  followers: z.int(),
  /** For handlers: the reporter agreed to be called, so the number may be opened for a purpose. */
  callable: z.boolean(),
  /** For the reporter: who looked at the phone number, when and for what. */
  openings: z.array(z.object({ at: Instant, by: Standing, purpose: z.string() })),
});
export type CaseView = z.infer<typeof CaseView>;
