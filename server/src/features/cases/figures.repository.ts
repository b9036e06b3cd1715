import type { AccountId } from "@gongzhi/shared/core";
import { ours } from "../../core/db.ts";
import { CaseModel, FollowModel } from "./model.ts";

/** The counts of a county, town or community that come from its cases alone. */
export interface CaseCounts {
  reportsToday: number;
  open: number;
  answeredInTime: { part: number; whole: number };
  closedConfirmed: { part: number; whole: number };
}

/** Counts over cases, each along one index. */
export const caseFigures = {
  async counts(division: string, since: { today: Date; month: Date }, now: Date): Promise<CaseCounts> {
    const due = {
      within: division,
      submittedAt: ours({ $gte: since.month }),
      responseDueAt: ours({ $lte: now }),
    };
    const closed = { within: division, closed: true, closedAt: ours({ $gte: since.month }) };
    const [reportsToday, open, responsesDue, answered, closings, confirmed] = await Promise.all([
      CaseModel.countDocuments({ within: division, submittedAt: ours({ $gte: since.today }) }),
      CaseModel.countDocuments({ within: division, open: true }),
      CaseModel.countDocuments(due),
      CaseModel.countDocuments({ ...due, answeredInTime: true }),
      CaseModel.countDocuments(closed),
      CaseModel.countDocuments({ ...closed, closedBy: "reporter" }),
    ]);
    return {
      reportsToday,
      open,
      answeredInTime: { part: answered, whole: responsesDue },
      closedConfirmed: { part: confirmed, whole: closings },
    };
  },

  /** The residents who reported, supplemented, confirmed, disputed or followed a case of the division since then. */
  async takingPart(division: string, since: Date): Promise<AccountId[]> {
    // Grouped, not `distinct`: that way only the index is read.
    const [acted, followed] = await Promise.all([
      CaseModel.aggregate<{ _id: AccountId }>([
        { $match: { within: division, reporterActedAt: { $gte: since } } },
        { $group: { _id: "$reporterId" } },
      ]),
      FollowModel.aggregate<{ _id: AccountId }>([
        { $match: { within: division, at: { $gte: since } } },
        { $group: { _id: "$accountId" } },
      ]),
    ]);
    return [...new Set([...acted, ...followed].map(({ _id }) => _id))];
  },
};
export type CaseFigures = typeof caseFigures;
