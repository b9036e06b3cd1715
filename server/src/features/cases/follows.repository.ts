import type { Case } from "@gongzhi/shared/cases";
import type { AccountId, CaseId } from "@gongzhi/shared/core";
import { isDuplicate, ours } from "../../core/db.ts";
import { pageOf, readCursor, type Cursor, type Page } from "./cursor.ts";
import { territoriesOf } from "./derived.ts";
import { FollowModel, type Follow } from "./model.ts";

/** Who follows which case. */
export const followRepository = {
  /** Follows a case; doing it twice is doing it once. */
  async add({ id: caseId, gridCode }: Case, accountId: AccountId, at: Date): Promise<void> {
    await FollowModel.insertOne({ accountId, caseId, within: territoriesOf(gridCode), at }).catch(
      (error: unknown) => {
        if (!isDuplicate(error)) throw error;
      },
    );
  },

  async remove(caseId: CaseId, accountId: AccountId): Promise<void> {
    await FollowModel.deleteOne({ accountId, caseId });
  },

  /** How many follow a case, and whether this account, if any, is among them. */
  async of(caseId: CaseId, accountId: AccountId | null): Promise<{ followed: boolean; followers: number }> {
    const [counted] = await FollowModel.aggregate<{ followers: number; own: number }>([
      { $match: { caseId } },
      {
        $group: {
          _id: null,
          followers: { $sum: 1 },
          own: { $sum: { $cond: [{ $eq: ["$accountId", accountId] }, 1, 0] } },
        },
      },
    ]);
    return { followers: counted?.followers ?? 0, followed: (counted?.own ?? 0) > 0 };
  },

  /** Everybody who follows a case. */
  async followersOf(caseId: CaseId): Promise<AccountId[]> {
    const follows = await FollowModel.find({ caseId }, { _id: 0, accountId: 1 }).lean<
      { accountId: AccountId }[]
    >();
    return follows.map(({ accountId }) => accountId);
  },

  /** The cases an account follows, the latest first. */
  async casesOf(
    accountId: AccountId,
    { after, limit }: { after?: string | undefined; limit: number },
  ): Promise<Page<CaseId>> {
    const cursor = readCursor(after);
    const read = await FollowModel.find({ accountId, ...(cursor && earlier(cursor)) })
      .sort({ at: -1, caseId: -1 })
      .limit(limit + 1)
      .lean<Follow[]>();
    const { items, next } = pageOf(read, limit, ({ at, caseId }) => ({ group: 0, at, id: caseId }));
    return { items: items.map(({ caseId }) => caseId), next };
  },
};
export type Follows = typeof followRepository;

const earlier = ({ at, id }: Cursor) => ({
  at: ours({ $lte: at }),
  $or: [{ at: ours({ $lt: at }) }, { caseId: ours({ $lt: id as CaseId }) }],
});
