import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mongoose from "mongoose";
import type { AgeBand, Post } from "@gongzhi/shared/accounts";
import type { AccountId } from "@gongzhi/shared/core";
import { createApp, type App, type AppSettings } from "../app.ts";
import type { Clock } from "../core/clock.ts";
import { buildIndexes, openDatabase } from "../core/db.ts";
import { openEmbeddedDatabase } from "../core/embedded.ts";
import { newToken } from "../core/ids.ts";
import { createLog } from "../core/log.ts";
import { sealWith } from "../core/seal.ts";
import type { CodeSender } from "../features/accounts/codeSender.ts";
import { startWechatStandIn } from "../features/accounts/wechatStandIn.ts";
import { wechatLogin } from "../features/accounts/wechatLogin.ts";
import { personAt, type Person, type SignedInPerson } from "./person.ts";

/** A clock that stands still until it is told to go on. */
export interface TestClock extends Clock {
  set(at: Date | string): void;
  pass(ms: number): void;
}

/** What is said about a resident of a test. */
export interface SomeResident {
  readonly phone?: string;
  readonly communityCode?: string | null;
  readonly ageBand?: AgeBand | null;
}

/** The whole server over a fresh database, with everything from outside in a test's hands. */
export interface World {
  readonly url: string;
  readonly app: App;
  readonly clock: TestClock;
  /** The code last sent to a number, as its eleven digits. */
  codeSentTo(phone: string): string | undefined;
  /** Every line the server has logged. */
  logged(): string;
  readonly guest: Person;
  /** A new resident, signed in with a bearer token. */
  signInResident(resident?: SomeResident): Promise<SignedInPerson>;
  /** A new worker in these posts, signed in with a bearer token. */
  signInWorker(...posts: Post[]): Promise<SignedInPerson>;
  close(): Promise<void>;
}

/** Wednesday, ten in the morning in Shanghai, an ordinary working day. */
export const SOME_WEDNESDAY = new Date("2026-03-04T02:00:00Z");

/** Opens a world. Everything but the network address and the files may be replaced. */
export async function openWorld(replaced: Partial<AppSettings> & { now?: Date } = {}): Promise<World> {
  const directory = mkdtempSync(join(tmpdir(), "gongzhi-test-"));
  const embedded = await openEmbeddedDatabase(join(directory, "db"));
  const database = await openDatabase({ uri: embedded.uri, embedded: true });
  await buildIndexes();

  const clock = testClock(replaced.now ?? SOME_WEDNESDAY);
  const codes = new Map<string, string>();
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });
  const standIn = await startWechatStandIn();

  const app = createApp({
    database,
    clock,
    log,
    seal: sealWith("a secret of the tests, long enough to be one"),
    own: null,
    trustProxy: "loopback",
    sender: recordingSender(codes),
    wechat: wechatLogin({ ...standIn, log }),
    enoughSpace: () => true,
    bus: null,
    limited: true,
    demo: null,
    sites: { web: join(directory, "web"), miniapp: join(directory, "miniapp") },
    ...replaced,
  });
  await new Promise<void>((listening) => app.http.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(app.http.address() as AddressInfo).port}`;

  let made = 0;
  async function signIn(kind: "resident" | "worker", id: AccountId, posts: Post[]): Promise<SignedInPerson> {
    const { token } = await app.sessions.begin({ accountId: id, kind, posts }, clock.now());
    return { ...personAt(url, token), id };
  }

  return {
    url,
    app,
    clock,
    codeSentTo: (phone) => codes.get(phone),
    logged: () => lines.join(""),
    guest: personAt(url, null),
    async signInResident({ phone, communityCode = null, ageBand = null } = {}) {
      made += 1;
      const about = { phone: phone ?? `139${String(made).padStart(8, "0")}`, communityCode, ageBand };
      return signIn("resident", await app.features.accounts.enrolResident(about, clock.now()), []);
    },
    async signInWorker(...posts) {
      made += 1;
      // The password is nobody's: workers of a test come in by their session.
      const worker = { name: `工作人员${made}`, password: newToken(), posts };
      return signIn("worker", await app.features.accounts.enrolWorker(worker, clock.now()), posts);
    },
    async close() {
      await app.close();
      await standIn.close();
      await database.close();
      await embedded.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Empties every collection between tests, which is quicker than another database. */
export async function emptyDatabase(): Promise<void> {
  for (const model of Object.values(mongoose.models)) await model.deleteMany({});
}

function testClock(start: Date): TestClock {
  let now = start.getTime();
  return {
    now: () => new Date(now),
    set: (at) => (now = new Date(at).getTime()),
    pass: (ms) => (now += ms),
  };
}

const recordingSender = (codes: Map<string, string>): CodeSender => ({
  shows: false,
  send: (phone, code) => Promise.resolve(void codes.set(phone, code)),
});
