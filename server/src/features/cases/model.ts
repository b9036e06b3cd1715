import { model, Schema } from "mongoose";
import type { Case } from "@gongzhi/shared/cases";
import type { AccountId, CaseId } from "@gongzhi/shared/core";
import type { Derived } from "./derived.ts";

/** A case as it is stored: the record of the rules, and what was derived from it for reading. */
export type CaseDocument = Omit<Case, "id"> & Derived & { _id: CaseId };

const text = { type: String, default: null };
const required = { type: String, required: true } as const;
const moment = { type: Date, default: null };
const flag = { type: Boolean, required: true } as const;
const photoIds = { type: [String], default: [] };
const plain = { _id: false, versionKey: false, minimize: false } as const;

const limits = new Schema({ acceptDueAt: Date, respondDueAt: Date, resolveDueAt: Date }, plain);
const point = new Schema({ lng: Number, lat: Number }, plain);
const pause = new Schema({ from: Date, to: Date }, plain);
const opening = new Schema({ at: Date, by: String, byId: String, purpose: String }, plain);
const entry = new Schema(
  {
    at: { type: Date, required: true },
    move: required,
    by: required,
    byId: text,
    to: required,
    visibility: required,
    text,
    photoIds,
    result: text,
    reason: text,
    unit: text,
  },
  plain,
);

/** The queue of a territory and of who acts next in it, what is due next first. */
export const queueIndex = { within: 1, nextBy: 1, nextDueAt: 1, _id: 1, unit: 1 } as const;

const schema = new Schema<CaseDocument>(
  {
    _id: String,
    caseNo: required,
    draftId: required,
    reporterId: required,
    channel: required,
    title: required,
    words: required,
    localTerm: text,
    answers: { type: Schema.Types.Mixed, default: {} },
    typeCode: required,
    platform: required,
    level: required,
    priority: required,
    publicScope: required,
    sla: { type: Schema.Types.Mixed, required: true },
    evidenceNeeded: flag,
    gridCode: required,
    point: { type: point, default: null },
    address: text,
    anonymous: flag,
    contactConsent: flag,
    photoIds,
    status: required,
    returnTo: text,
    askedIn: { type: [String], default: [] },
    unit: text,
    submittedAt: { type: Date, required: true },
    limits: { type: limits, required: true },
    originalResolveDueAt: { type: Date, required: true },
    pausedAt: moment,
    pauses: { type: [pause], default: [] },
    supplementDueAt: moment,
    acceptedAt: moment,
    contactedAt: moment,
    feedbackAt: moment,
    closedAt: moment,
    result: text,
    closedBy: text,
    disputes: { type: Number, default: 0 },
    nextDueAt: moment,
    yellowAt: moment,
    openings: { type: [opening], default: [] },
    timeline: { type: [entry], required: true },
    revision: { type: Number, required: true },

    county: required,
    within: { type: [String], required: true },
    classCode: required,
    public: flag,
    open: flag,
    closed: flag,
    nextBy: text,
    waitsForReporter: flag,
    reporterActedAt: { type: Date, required: true },
    responseDueAt: moment,
    answeredInTime: flag,
  },
  { versionKey: false, minimize: false },
);

// A report sent twice is one report.
schema.index({ reporterId: 1, draftId: 1 }, { unique: true });
// The counter hands numbers out, this index decides: no two cases of a county are called the same.
schema.index({ county: 1, caseNo: 1 }, { unique: true });
schema.index(queueIndex, { partialFilterExpression: { open: true } });
// What waits for its reporter, for the job that ends waiting.
schema.index({ nextDueAt: 1 }, { partialFilterExpression: { waitsForReporter: true } });
// Lists of a territory and of everywhere, newest first; reports and answers of the last days.
schema.index({ within: 1, submittedAt: -1, _id: -1 });
schema.index({ submittedAt: -1, _id: -1 });
// How many public cases each grid has.
schema.index({ public: 1, gridCode: 1, classCode: 1, open: 1, closed: 1 });
// Closings of the last days, and who took part this week.
schema.index({ within: 1, closedAt: 1, closedBy: 1 }, { partialFilterExpression: { closed: true } });
schema.index({ within: 1, reporterActedAt: 1, reporterId: 1 });

export const CaseModel = model<CaseDocument>("Case", schema);

/** Somebody follows a case. */
export interface Follow {
  accountId: AccountId;
  caseId: CaseId;
  /** Where the case is, to count followers by territory. */
  within: string[];
  at: Date;
}

const followSchema = new Schema<Follow>(
  {
    accountId: required,
    caseId: required,
    within: { type: [String], required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false },
);
// Whoever follows twice follows once.
followSchema.index({ accountId: 1, caseId: 1 }, { unique: true });
followSchema.index({ accountId: 1, at: -1, caseId: -1 });
followSchema.index({ caseId: 1, accountId: 1 });
followSchema.index({ within: 1, at: 1, accountId: 1 });

export const FollowModel = model<Follow>("Follow", followSchema);

/** How many cases a county has numbered on a day; `_id` is county and day. */
export const CounterModel = model<{ _id: string; last: number }>(
  "CaseCounter",
  new Schema({ _id: String, last: { type: Number, required: true } }, { versionKey: false }),
);
