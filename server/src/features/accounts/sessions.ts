import { Post, type Actor } from "@gongzhi/shared/accounts";
import { AccountId, DAY_MS, HOUR_MS } from "@gongzhi/shared/core";
import { ours } from "../../core/db.ts";
import type { Sessions } from "../../core/identify.ts";
import { newToken } from "../../core/ids.ts";
import { hashOf } from "../../core/seal.ts";
import { SessionModel, type SessionRecord } from "./model.ts";

const MINUTE_MS = 60_000;
/** How long a session lasts, and how long it may lie idle (DOMAIN section 5: 30 minutes for staff). */
export const SESSION_MS = { resident: 90 * DAY_MS, worker: 12 * HOUR_MS } as const;
export const WORKER_IDLE_MS = 30 * MINUTE_MS;
/** The moment a worker was last seen is kept to the minute: not every request is worth a write. */
const SEEN_MS = MINUTE_MS;
/** Sessions ended by another process are believed for so long. */
const REMEMBER_MS = 3_000;
const REMEMBER_MOST = 20_000;

interface Remembered {
  readonly session: SessionRecord;
  readonly actor: Actor;
  readonly readAt: number;
}

/** The sessions: opaque tokens, of which the database knows only the hash. */
export function createSessions() {
  const remembered = new Map<string, Remembered>();
  // Grows with every ending, so that a read that was under way meanwhile is not remembered.
  let endings = 0;

  const isGood = ({ kind, expiresAt, seenAt }: SessionRecord, now: Date): boolean =>
    expiresAt > now && (kind === "resident" || now.getTime() - seenAt.getTime() <= WORKER_IDLE_MS);

  async function read(hash: string, now: Date): Promise<Remembered | null> {
    const known = remembered.get(hash);
    if (known && Math.abs(now.getTime() - known.readAt) < REMEMBER_MS) return known;
    const before = endings;
    const session = (await SessionModel.findById(hash).lean()) as SessionRecord | null;
    if (!session) return null;
    const fresh = { session, actor: actorOf(session), readAt: now.getTime() };
    if (before === endings) {
      if (remembered.size >= REMEMBER_MOST) remembered.clear();
      remembered.set(hash, fresh);
    }
    return fresh;
  }

  return {
    async begin(account: Pick<SessionRecord, "accountId" | "kind" | "posts">, now: Date) {
      const token = newToken();
      const expiresAt = new Date(now.getTime() + SESSION_MS[account.kind]);
      await SessionModel.insertMany([{ ...account, _id: hashOf(token), seenAt: now, expiresAt }]);
      return { token, expiresAt };
    },

    async find(token: string, now: Date): Promise<Actor | null> {
      const hash = hashOf(token);
      const found = await read(hash, now);
      if (!found || !isGood(found.session, now)) return null;
      if (found.session.kind === "worker" && now.getTime() - found.session.seenAt.getTime() >= SEEN_MS) {
        found.session.seenAt = now;
        // Losing this in a crash costs a minute of idle time, so it need not wait for the journal.
        await SessionModel.updateOne({ _id: hash }, { seenAt: now }, { writeConcern: { w: 1, j: false } });
      }
      return found.actor;
    },

    async end(token: string): Promise<void> {
      endings += 1;
      remembered.delete(hashOf(token));
      await SessionModel.deleteOne({ _id: hashOf(token) });
    },

    async endAll(accountId: AccountId): Promise<void> {
      endings += 1;
      for (const [hash, { session }] of remembered)
        if (session.accountId === accountId) remembered.delete(hash);
      await SessionModel.deleteMany({ accountId });
    },

    /** Which of these sessions, named by the hash of their token, are still good. */
    async alive(hashes: readonly string[], now: Date): Promise<Set<string>> {
      const found = (await SessionModel.find({ _id: ours({ $in: hashes }) }).lean()) as SessionRecord[];
      return new Set(found.filter((session) => isGood(session, now)).map(({ _id }) => _id));
    },

    async sweep(now: Date): Promise<void> {
      await SessionModel.deleteMany({ expiresAt: ours({ $lte: now }) });
    },
  } satisfies Sessions & Record<string, unknown>;
}

export type SessionStore = ReturnType<typeof createSessions>;

const actorOf = ({ accountId, kind, posts }: SessionRecord): Actor => ({
  kind,
  id: AccountId.parse(accountId),
  posts: posts.map((post) => Post.parse(post)),
});
