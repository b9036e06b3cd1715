import type { AgeBand } from "@gongzhi/shared/accounts";
import { Post } from "@gongzhi/shared/accounts";
import { AccountId } from "@gongzhi/shared/core";
import { isDuplicate, ours } from "../../core/db.ts";
import { newId } from "../../core/ids.ts";
import { AccountModel, SessionModel, type AccountRecord } from "./model.ts";

/** An account as the server works with it. */
export interface Account {
  readonly id: AccountId;
  readonly kind: "resident" | "worker";
  readonly phoneSealed: string | null;
  readonly name: string | null;
  readonly passwordHash: string | null;
  readonly posts: Post[];
  readonly communityCode: string | null;
  readonly ageBand: AgeBand | null;
}

const toAccount = (record: AccountRecord): Account => ({
  id: AccountId.parse(record._id),
  kind: record.kind,
  phoneSealed: record.phoneSealed ?? null,
  name: record.name ?? null,
  passwordHash: record.passwordHash ?? null,
  posts: record.posts.map((post) => Post.parse(post)),
  communityCode: record.communityCode,
  ageBand: record.ageBand,
});

const found = (record: unknown): Account | null => (record ? toAccount(record as AccountRecord) : null);

/** What residents may say about themselves. */
export type About = Pick<Account, "communityCode" | "ageBand">;

/** Accounts in the database. */
export const accounts = {
  find: async (id: AccountId) => found(await AccountModel.findById(id).lean()),
  byOpenid: async (openidHash: string) => found(await AccountModel.findOne({ openidHash }).lean()),
  byName: async (name: string) => found(await AccountModel.findOne({ name }).lean()),

  /** The resident with this number, who comes into being with the first sign-in. */
  async resident(phone: { hash: string; sealFor: (id: string) => string }, now: Date): Promise<Account> {
    const known = await AccountModel.findOne({ phoneHash: phone.hash }).lean();
    if (known) return toAccount(known as AccountRecord);
    const _id = newId();
    const made = AccountModel.findOneAndUpdate(
      { phoneHash: phone.hash },
      { $setOnInsert: { _id, kind: "resident", phoneSealed: phone.sealFor(_id), createdAt: now } },
      { upsert: true, returnDocument: "after", setDefaultsOnInsert: true },
    ).lean();
    // Two first sign-ins at once: the index lets one through, the other finds what it made.
    const record = await made.catch(async (error: unknown) => {
      if (!isDuplicate(error)) throw error;
      return AccountModel.findOne({ phoneHash: phone.hash }).lean();
    });
    return toAccount(record as AccountRecord);
  },

  /** Binds a WeChat to the resident; false when another resident has it. */
  async bindWechat(id: AccountId, openidHash: string): Promise<boolean> {
    try {
      await AccountModel.updateOne({ _id: id }, { $set: { openidHash } });
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  },

  async describe(id: AccountId, about: About): Promise<Account | null> {
    return found(
      await AccountModel.findOneAndUpdate({ _id: id }, { $set: about }, { returnDocument: "after" }).lean(),
    );
  },

  /** What these accounts said about themselves. */
  async abouts(ids: readonly AccountId[]): Promise<Map<AccountId, About>> {
    const records = await AccountModel.find(
      { _id: ours({ $in: ids }) },
      { communityCode: 1, ageBand: 1 },
    ).lean();
    return new Map(
      (records as AccountRecord[]).map(({ _id, communityCode, ageBand }) => [
        AccountId.parse(_id),
        { communityCode, ageBand },
      ]),
    );
  },

  /** The departments of which somebody holds a station's post for one of these territories. */
  async stationsAt(territories: readonly string[]): Promise<string[]> {
    const held = { role: "station", territory: { $in: territories } };
    const holders = await AccountModel.find({ posts: ours({ $elemMatch: held }) }, { posts: 1 }).lean();
    const posts = holders.flatMap((holder) => holder.posts);
    const there = posts.filter(
      ({ role, territory }) => role === "station" && territories.includes(territory),
    );
    return [...new Set(there.flatMap(({ dept }) => dept ?? []))];
  },

  /** Makes the worker of this name, or gives the one there is these posts; sessions carry them too. */
  async worker(worker: { name: string; passwordHash: string; posts: Post[] }, now: Date): Promise<Account> {
    const { name, passwordHash, posts } = worker;
    const record = await AccountModel.findOneAndUpdate(
      { name },
      { $set: { posts, passwordHash }, $setOnInsert: { _id: newId(), kind: "worker", createdAt: now } },
      { upsert: true, returnDocument: "after", setDefaultsOnInsert: true },
    ).lean();
    await SessionModel.updateMany({ accountId: record._id }, { $set: { posts } });
    return toAccount(record as AccountRecord);
  },
};

export type Accounts = typeof accounts;
