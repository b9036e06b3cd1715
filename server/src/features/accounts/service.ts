import {
  maskPhone,
  normalisePhone,
  type accountApi,
  type Carrier,
  type DemoAccount,
  type Me,
  type Post,
} from "@gongzhi/shared/accounts";
import type { AccountId } from "@gongzhi/shared/core";
import { levelOf, parentOf } from "@gongzhi/shared/divisions";
import { fail } from "../../core/fail.ts";
import type { Live } from "../../core/live.ts";
import type { Logger } from "../../core/log.ts";
import { hashOf, type Seal } from "../../core/seal.ts";
import type { Call, SessionCall } from "../../core/serve.ts";
import { attempts, type AttemptLimit } from "./attempts.ts";
import type { CodeSender } from "./codeSender.ts";
import { hashPassword, isPassword } from "./passwords.ts";
import { accounts, type About, type Account } from "./repository.ts";
import { residentSignIn } from "./residentSignIn.ts";
import type { SessionStore } from "./sessions.ts";
import type { WechatLogin } from "./wechatLogin.ts";

/** DOMAIN section 5, GB/T 22239: five failures lock for fifteen minutes. */
const passwordTries: AttemptLimit = { most: 5, forMs: 15 * 60_000 };

/** What the accounts work with. */
export interface AccountWorld {
  readonly sessions: SessionStore;
  readonly seal: Seal;
  readonly live: Live;
  readonly sender: CodeSender;
  readonly wechat: WechatLogin;
  readonly log: Logger;
  readonly divisions: { knows(code: string): Promise<boolean> };
  readonly limited: boolean;
  /** The sign-ins of the demonstration; null where this is none. */
  readonly demo: readonly DemoAccount[] | null;
}

type Signing = Pick<SessionCall<typeof accountApi.signOut>, "session" | "now">;

/** Names are compared as they read, not as they were typed. */
const nameIn = (written: string) => written.normalize("NFKC").trim();

/** Accounts and their sessions. */
export const accountService = ({ sessions, seal, live, divisions, demo, ...outside }: AccountWorld) => {
  const residents = residentSignIn({ seal, ...outside });

  function seenByItself(account: Account): Me {
    const phone = residents.phoneOf(account);
    const { id, kind, name, communityCode, ageBand, posts } = account;
    return { id, kind, name, phoneMasked: phone && maskPhone(phone), communityCode, ageBand, posts };
  }

  async function signIn(account: Account, carrier: Carrier, { session, now }: Signing) {
    const { id: accountId, kind, posts } = account;
    const { token, expiresAt } = await sessions.begin({ accountId, kind, posts }, now);
    // Whoever signs in again on the same device leaves no session behind.
    if (session.token) await sessions.end(session.token);
    if (carrier === "cookie") session.set(token, expiresAt);
    return { me: seenByItself(account), token: carrier === "cookie" ? null : token };
  }

  return {
    sendCode: residents.sendCode,

    async signInByCode(call: SessionCall<typeof accountApi.signInByCode>) {
      return signIn(await residents.byCode(call), call.input.carrier, call);
    },

    async signInByWechat(call: SessionCall<typeof accountApi.signInByWechat>) {
      return signIn(await residents.byWechat(call), "token", call);
    },

    async signInByPassword(call: SessionCall<typeof accountApi.signInByPassword>) {
      const { password, carrier } = call.input;
      const name = nameIn(call.input.name);
      // Names nobody has are locked as well, so that a lock tells nothing either.
      const tries = `password ${seal.lookup(name)}`;
      if (!(await attempts.take(tries, passwordTries, call.now))) fail("account.locked");

      const worker = await accounts.byName(name);
      if (!(await isPassword(worker?.passwordHash ?? undefined, password)) || !worker) {
        return fail("account.password_wrong");
      }
      await attempts.forget(tries);
      return signIn(worker, carrier, call);
    },

    async me({ actor }: Call<typeof accountApi.me>) {
      const account = actor.id && (await accounts.find(actor.id));
      return { me: account ? seenByItself(account) : null };
    },

    async describeMe({ actor, input }: Call<typeof accountApi.describeMe>) {
      const { communityCode, ageBand } = input;
      const lives = communityCode === null || levelOf(communityCode) === "community";
      if (!lives || (communityCode !== null && !(await divisions.knows(communityCode))))
        fail("division.not_found");
      const account = actor.id && (await accounts.describe(actor.id, { communityCode, ageBand }));
      return { me: seenByItself(account || fail("account.session_ended")) };
    },

    async signOut({ session }: SessionCall<typeof accountApi.signOut>) {
      if (session.token) {
        await sessions.end(session.token);
        live.dropSession(hashOf(session.token));
      }
      session.clear();
      return { done: true } as const;
    },

    async signOutEverywhere({ actor, session }: SessionCall<typeof accountApi.signOutEverywhere>) {
      if (actor.id) {
        await sessions.endAll(actor.id);
        live.dropAccount(actor.id);
      }
      session.clear();
      return { done: true } as const;
    },

    demo: () => ({ demo: demo !== null, accounts: [...(demo ?? [])] }),

    /** The phone number of a resident, for whoever was found to have a right to it; null where there is none. */
    async phoneOf(id: AccountId): Promise<string | null> {
      const account = await accounts.find(id);
      return account && residents.phoneOf(account);
    },

    /** The departments with a station whose territory is the place or contains it. */
    stationsFor(place: string): Promise<string[]> {
      const territories: string[] = [];
      for (let code: string | null = place; code !== null; code = parentOf(code)) territories.push(code);
      return accounts.stationsAt(territories);
    },

    /** What these accounts said about themselves; for statistics. */
    describe: (ids: readonly AccountId[]): Promise<Map<AccountId, About>> => accounts.abouts(ids),

    /** Makes a resident without a code; where there is one with this number, what is said about it is renewed. */
    async enrolResident({ phone, ...about }: About & { phone: string }, now: Date): Promise<AccountId> {
      const { id } = await residents.residentWith(
        normalisePhone(phone) ?? fail("account.phone_invalid"),
        now,
      );
      await accounts.describe(id, about);
      return id;
    },

    /** Makes a worker, or gives the one of this name these posts and this password. */
    async enrolWorker(
      worker: { name: string; password: string; posts: Post[] },
      now: Date,
    ): Promise<AccountId> {
      const { password, posts } = worker;
      const passwordHash = await hashPassword(password);
      return (await accounts.worker({ name: nameIn(worker.name), passwordHash, posts }, now)).id;
    },

    /** Forgets what has run out: sessions, codes, counted attempts. */
    async sweep(now: Date): Promise<void> {
      await sessions.sweep(now);
      await residents.sweep(now);
      await attempts.sweep(now);
    },
  };
};

export type AccountService = ReturnType<typeof accountService>;
