import type { QueryFilter } from "mongoose";
import type { Post, Role } from "@gongzhi/shared/accounts";
import { lineParts, nextStep, Standing, type CaseLine, type GridLoad } from "@gongzhi/shared/cases";
import type { AccountId, CaseId } from "@gongzhi/shared/core";
import { levelOf, prefixOf } from "@gongzhi/shared/divisions";
import { ours } from "../../core/db.ts";
import { pageOf, readCursor, type Cursor, type Page } from "./cursor.ts";
import { CaseModel, queueIndex, type CaseDocument } from "./model.ts";

type Filter = QueryFilter<CaseDocument>;
type StoredLine = Omit<CaseLine, "id"> & { _id: CaseId };

/** Reads no more of a case than a line is made from: words and history are most of it. The id always comes along. */
const lineOnly = Object.fromEntries(
  lineParts.filter((part) => part !== "id").map((part) => [part, 1]),
) as Record<string, 1>;
/** What was read is ours alone, so it is not copied. */
const toLine = (stored: StoredLine): CaseLine => Object.assign(stored, { id: stored._id });

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
  async publicOnes(filter: CaseFilter, { after, limit }: PageRequest): Promise<Page<CaseLine>> {
    const wanted = {
      public: true,
      ...territory(filter.division),
      ...narrowed(filter),
      ...older(readCursor(after)),
    };
    const read = await CaseModel.find(wanted, lineOnly)
      .sort({ submittedAt: -1, _id: -1 })
      .limit(limit + 1)
      .lean<StoredLine[]>();
    return pageOf(read.map(toLine), limit, bySubmission);
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
  async reportedBy(reporterId: AccountId, { after, limit }: PageRequest): Promise<Page<CaseLine>> {
    const cursor = readCursor(after);
    const rest =
      cursor && (cursor.group === 0 ? waitingPart(cursor) : { waitsForReporter: false, ...older(cursor) });
    const read = await CaseModel.find({ reporterId, ...rest }, lineOnly)
      .sort({ waitsForReporter: -1, submittedAt: -1, _id: -1 })
      .limit(limit + 1)
      .lean<StoredLine[]>();
    const groupOf = (kase: CaseLine) => (nextStep(kase)?.who === "reporter" ? 0 : 1);
    return pageOf(read.map(toLine), limit, (kase) => ({ ...bySubmission(kase), group: groupOf(kase) }));
  },

  /** These cases, in this order; those that are gone are left out. */
  async inOrder(ids: readonly CaseId[]): Promise<CaseLine[]> {
    const read = await CaseModel.find({ _id: ours({ $in: [...ids] }) }, lineOnly).lean<StoredLine[]>();
    const byId = new Map(read.map((stored) => [stored._id, toLine(stored)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  },

  /** The open cases of somebody's posts, what is due next first. */
  async queueOf(
    posts: readonly Post[],
    which: "yours" | "all",
    { after, limit }: PageRequest,
  ): Promise<Page<CaseLine>> {
    const cursor = readCursor(after);
    const later = cursor && {
      nextDueAt: ours({ $gte: cursor.at }),
      $or: [{ nextDueAt: ours({ $gt: cursor.at }) }, { _id: ours({ $gt: cursor.id as CaseId }) }],
    };
    // With every standing named the index gives all their queues in order, and they are merged as they are read.
    const all = which === "all" && { nextBy: ours({ $in: [...Standing.options, null] }) };
    const branches = dutiesOf(posts, which).map((duty) => ({ ...duty, ...all, ...later }));
    if (branches.length === 0) return { items: [], next: null };
    const read = await CaseModel.find({ $or: branches }, lineOnly)
      .hint(queueIndex)
      .sort({ nextDueAt: 1, _id: 1 })
      .limit(limit + 1)
      .lean<StoredLine[]>();
    return pageOf(read.map(toLine), limit, ({ nextDueAt, id }) => ({
      group: 0,
      at: nextDueAt ?? new Date(0),
      id,
    }));
  },

  /** How many open cases somebody's posts have, and how many of them wait for that person. */
  async queueSizes(posts: readonly Post[]): Promise<{ yours: number; all: number }> {
    // Left to itself the database would now and then fetch every case to count them.
    const count = (branches: Filter[]) =>
      branches.length > 0 ? CaseModel.countDocuments({ $or: branches }).hint(queueIndex) : 0;
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
};

/**
 * What the posts have to do with: their territories, for a station what its department leads; with `yours` what waits
 * for them. An office that houses many stations of a place is one duty, so that its cases are read in one go.
 */
function dutiesOf(posts: readonly Post[], which: "yours" | "all"): Filter[] {
  const duty = (code: string, nextBy: Standing, more: Filter = {}): Filter => ({
    ...{ open: true, ...territory(code), ...more },
    ...(which === "yours" && { nextBy }),
  });
  const alone = posts.flatMap(({ role, territory: code }) => {
    const nextBy = answersFor[role];
    return nextBy ? duty(code, nextBy) : [];
  });
  const depts = new Map<string, string[]>();
  for (const { role, territory: code, dept = "" } of posts) {
    if (role === "station") depts.set(code, [...(depts.get(code) ?? []), dept]);
  }
  const housed = [...depts].map(([code, units]) => duty(code, "station", { unit: ours({ $in: units }) }));
  return [...alone, ...housed];
}

const bySubmission = ({ submittedAt, id }: CaseLine): Cursor => ({ group: 0, at: submittedAt, id });

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
