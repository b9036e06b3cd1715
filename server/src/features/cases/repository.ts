import { isDeepStrictEqual } from "node:util";
import type { Case } from "@gongzhi/shared/cases";
import type { CaseId } from "@gongzhi/shared/core";
import { isDuplicate, ours } from "../../core/db.ts";
import { takeTogether } from "../../core/takeTogether.ts";
import { derive, derivedNames } from "./derived.ts";
import { CaseModel, CounterModel, type CaseDocument } from "./model.ts";

/** What became of a case that was to be inserted. */
export type Inserted =
  | { readonly kase: Case; readonly fresh: boolean }
  /** Another case of the county took the number first; try the next. */
  | "number_taken";

/** A case as it is read: without what was derived from it. */
export type StoredCase = Omit<Case, "id"> & { _id: CaseId };

/** Leaves what was derived in the database. */
export const recordOnly = Object.fromEntries(derivedNames.map((name) => [name, 0])) as Record<string, 0>;

/** A stored case as the rules know it. */
export const toCase = ({ _id: id, ...record }: StoredCase): Case => ({ id, ...record });

/**
 * The counter is not waited for to be on disk: the journal is written in order, so whenever the case that bears the
 * number is on disk, the counter is as well; a number given to a case that was never stored may be given again. The
 * unique index on the case is the referee.
 */
const nextNumber = takeTogether(async (_id, many) => {
  const { last } = await CounterModel.findOneAndUpdate(
    { _id },
    { $inc: { last: many } },
    { upsert: true, returnDocument: "after", writeConcern: { w: 1, j: false } },
  ).lean<{ last: number }>();
  return last;
});

/** Plain cases in and out of the database. */
export const caseRepository = {
  async find(id: CaseId): Promise<Case | null> {
    const found = await CaseModel.findById(id, recordOnly).lean<StoredCase>();
    return found && toCase(found);
  },

  /** Stores a new case; a report that was sent before answers the case it became then. */
  async insert(kase: Case): Promise<Inserted> {
    try {
      // Past Mongoose, which would only copy and check again what the rules have just made.
      await CaseModel.collection.insertOne(toDocument(kase) as never);
      return { kase, fresh: true };
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      const { reporterId, draftId } = kase;
      const earlier = await CaseModel.findOne({ reporterId, draftId }, recordOnly).lean<StoredCase>();
      return earlier ? { kase: toCase(earlier), fresh: false } : "number_taken";
    }
  },

  /**
   * Writes the next record of a case unless somebody was faster: then it writes nothing and answers null. The record
   * and its history are one document and one write, so they cannot disagree.
   */
  async advance(kase: Case, next: Case): Promise<Case | null> {
    const { matchedCount } = await CaseModel.updateOne(
      { _id: kase.id, revision: kase.revision },
      { $set: changes(kase, next), $push: additions(kase, next) },
    );
    return matchedCount === 1 ? next : null;
  },

  /** The cases whose reporter let the time to answer pass, those of longest ago first. */
  async silentSince(now: Date, atMost: number): Promise<Case[]> {
    const found = await CaseModel.find({ waitsForReporter: true, nextDueAt: ours({ $lte: now }) }, recordOnly)
      .sort({ nextDueAt: 1 })
      .limit(atMost)
      .lean<StoredCase[]>();
    return found.map(toCase);
  },

  /** The next number of a county's day. */
  nextSequence: (county: string, day: string): Promise<number> => nextNumber(`${county}:${day}`),
};
export type Cases = typeof caseRepository;

function toDocument(kase: Case): CaseDocument {
  const { id, ...record } = kase;
  return { _id: id, ...record, ...derive(kase) };
}

/** The fields in which two records of a case differ; what only grows is left to `additions`. */
function changes(kase: Case, next: Case): Partial<CaseDocument> {
  const [before, after] = [toDocument(kase), toDocument(next)];
  const names = (Object.keys(after) as (keyof CaseDocument)[]).filter(
    (name) => name !== "timeline" && name !== "openings" && !isDeepStrictEqual(before[name], after[name]),
  );
  return Object.fromEntries(names.map((name) => [name, after[name]]));
}

const additions = (kase: Case, next: Case) => ({
  timeline: { $each: next.timeline.slice(kase.timeline.length) },
  openings: { $each: next.openings.slice(kase.openings.length) },
});
