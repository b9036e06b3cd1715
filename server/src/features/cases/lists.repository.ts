import type { QueryFilter } from "mongoose";
import type { Post, Role } from "@gongzhi/shared/accounts";
import { nextStep, type Case, type GridLoad, type Standing } from "@gongzhi/shared/cases";
import type { AccountId, CaseId } from "@gongzhi/shared/core";
import { levelOf, prefixOf } from "@gongzhi/shared/divisions";
import { ours } from "../../core/db.ts";
import { pageOf, readCursor, type Cursor, type Page } from "./cursor.ts";
import { CaseModel, type CaseDocument } from "./model.ts";
import { recordOnly, toCase, type StoredCase } from "./repository.ts";

type Filter = QueryFilter<CaseDocument>;

/** How a list of public cases is narrowed down. */
export interface CaseFilter {
  readonly division?: string | undefined;
  readonly state?: "open" | "closed" | undefined;
  readonly classCode?: string | undefined;
}

/** Which page of a list is asked for. */
export interface PageRequest {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Lists of cases, each read along an index in the order it is shown. */
export const caseLists = {
  /** Public cases, newest first. */
  async publicOnes(filter: CaseFilter, { after, limit }: PageRequest): Promise<Page<Case>> {
    const wanted = {
      public: true,
      ...territory(filter.division),
      ...narrowed(filter),
      ...older(readCursor(after)),
    };
    const read = await CaseModel.find(wanted, recordOnly)
      .sort({ submittedAt: -1, _id: -1 })
      .limit(limit + 1)
      .lean<StoredCase[]>();
    return pageOf(read.map(toCase), limit, bySubmission);
  },

  /** How many public cases each grid has. */
  async perGrid(filter: CaseFilter): Promise<{ gridCode: string; count: number }[]> {
    const counted = await CaseModel.aggregate<{ _id: string; count: number }>([
      { $match: { public: true, ...inside(filter.division), ...narrowed(filter) } },
      { $group: { _id: "$gridCode", count: { $sum: 1 } } },
      { $sort: { _id: 1 } },
    ]);
    return counted.map(({ _id: gridCode, count }) => ({ gridCode, count }));
  },

  /** What somebody reported: first what waits for them, then the newest. One person's cases are few enough to sort. */
  async reportedBy(reporterId: AccountId, { after, limit }: PageRequest): Promise<Page<Case>> {
    const cursor = readCursor(after);
    const rest =
      cursor && (cursor.group === 0 ? waitingPart(cursor) : { waitsForReporter: false, ...older(cursor) });
    const read = await CaseModel.find({ reporterId, ...rest }, recordOnly)
      .sort({ waitsForReporter: -1, submittedAt: -1, _id: -1 })
      .limit(limit + 1)
      .lean<StoredCase[]>();
    const groupOf = (kase: Case) => (nextStep(kase)?.who === "reporter" ? 0 : 1);
    return pageOf(read.map(toCase), limit, (kase) => ({ ...bySubmission(kase), group: groupOf(kase) }));
  },

  /** These cases, in this order; those that are gone are left out. */
  async inOrder(ids: readonly CaseId[]): Promise<Case[]> {
    const read = await CaseModel.find({ _id: ours({ $in: [...ids] }) }, recordOnly).lean<StoredCase[]>();
    const byId = new Map(read.map((stored) => [stored._id, toCase(stored)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  },

  /** The open cases of somebody's posts, what is due next first. */
  async queueOf(
    posts: readonly Post[],
    which: "yours" | "all",
    { after, limit }: PageRequest,
  ): Promise<Page<Case>> {
    const cursor = readCursor(after);
    const later = cursor && {
      nextDueAt: ours({ $gte: cursor.at }),
      $or: [{ nextDueAt: ours({ $gt: cursor.at }) }, { _id: ours({ $gt: cursor.id as CaseId }) }],
    };
    const branches = dutiesOf(posts, which).map((duty) => ({ ...duty, ...later }));
    if (branches.length === 0) return { items: [], next: null };
    const read = await CaseModel.find({ $or: branches }, recordOnly)
      .sort({ nextDueAt: 1, _id: 1 })
      .limit(limit + 1)
      .lean<StoredCase[]>();
    return pageOf(read.map(toCase), limit, ({ nextDueAt, id }) => ({
      group: 0,
      at: nextDueAt ?? new Date(0),
      id,
    }));
  },

  /** How many open cases somebody's posts have, and how many of them wait for that person. */
  async queueSizes(posts: readonly Post[]): Promise<{ yours: number; all: number }> {
    const count = (branches: Filter[]) => (branches.length ? CaseModel.countDocuments({ $or: branches }) : 0);
    const [yours, all] = await Promise.all([count(dutiesOf(posts, "yours")), count(dutiesOf(posts, "all"))]);
    return { yours, all };
  },

  /** The same per grid, with how many are past the moment their next step was due. */
  async queuePerGrid(posts: readonly Post[], now: Date): Promise<GridLoad[]> {
    const [all, yours] = [dutiesOf(posts, "all"), dutiesOf(posts, "yours")];
    if (all.length === 0) return [];
    const perGrid = (branches: Filter[]) =>
      CaseModel.aggregate<{ _id: string; open: number; late: number }>([
        { $match: { $or: branches } },
        { $group: { _id: "$gridCode", open: { $sum: 1 }, late: { $sum: isLate(now) } } },
        { $sort: { _id: 1 } },
      ]);
    const [grids, waiting] = await Promise.all([perGrid(all), perGrid(yours)]);
    const yoursIn = new Map(waiting.map(({ _id, open }) => [_id, open]));
    return grids.map(({ _id, ...counts }) => ({ gridCode: _id, ...counts, yours: yoursIn.get(_id) ?? 0 }));
  },
};
export type CaseLists = typeof caseLists;

/** One for a case whose next step was due before `now`; a case without a limit is never late. */
const isLate = (now: Date) => ({
  $cond: [{ $and: [{ $ne: ["$nextDueAt", null] }, { $lte: ["$nextDueAt", now] }] }, 1, 0],
});

/** Whose next step a post answers for. The community's workers stand in for their grid workers in everything. */
const answersFor: Partial<Record<Role, Standing>> = {
  gridWorker: "gridWorker",
  communityWorker: "gridWorker",
  commandDesk: "commandDesk",
  station: "station",
};

/** What each post has to do with: its territory, for a station what its department leads; with `yours` what waits for it. */
function dutiesOf(posts: readonly Post[], which: "yours" | "all"): Filter[] {
  return posts.flatMap(({ role, territory: code, dept }) => {
    const nextBy = answersFor[role];
    if (!nextBy) return [];
    const unit = role === "station" ? { unit: dept ?? "" } : {};
    return { open: true, ...territory(code), ...unit, ...(which === "yours" && { nextBy }) };
  });
}

const bySubmission = ({ submittedAt, id }: Case): Cursor => ({ group: 0, at: submittedAt, id });

const older = (cursor: Cursor | null): Filter =>
  cursor
    ? {
        submittedAt: ours({ $lte: cursor.at }),
        $or: [{ submittedAt: ours({ $lt: cursor.at }) }, { _id: ours({ $lt: cursor.id as CaseId }) }],
      }
    : {};

/** What follows a waiting case: the older waiting ones, and everything that does not wait. */
const waitingPart = (cursor: Cursor): Filter => ({
  $or: [{ waitsForReporter: true, ...older(cursor) }, { waitsForReporter: false }],
});

const narrowed = ({ state, classCode }: CaseFilter): Filter => ({
  ...(classCode && { classCode }),
  ...(state === "open" && { open: true }),
  ...(state === "closed" && { closed: true }),
});

/** The cases of a territory: by equality where the cases name it, by the range of their grids above the county. */
function territory(code: string | undefined): Filter {
  const level = code && levelOf(code);
  return level && level !== "province" && level !== "city" ? { within: code } : inside(code);
}

/** The cases of a territory by the range of their grids. */
function inside(code: string | undefined): Filter {
  if (code === undefined) return {};
  const prefix = prefixOf(code) ?? code;
  // A colon comes right after the digits.
  return { gridCode: ours({ $gte: prefix, $lt: `${prefix}:` }) };
}
