import { model, Schema } from "mongoose";
import type { AgeBand, Post } from "@gongzhi/shared/accounts";

/** An account as the database keeps it: no phone number and no WeChat id can be read without the server's secret. */
export interface AccountRecord {
  _id: string;
  kind: "resident" | "worker";
  phoneHash?: string;
  phoneSealed?: string;
  openidHash?: string;
  name?: string;
  passwordHash?: string;
  posts: Post[];
  communityCode: string | null;
  ageBand: AgeBand | null;
  createdAt: Date;
}

const post = new Schema<Post>({ role: String, territory: String, dept: String }, { _id: false });

const account = new Schema<AccountRecord>(
  {
    _id: String,
    kind: { type: String, required: true },
    phoneHash: String,
    phoneSealed: String,
    openidHash: String,
    name: String,
    passwordHash: String,
    posts: { type: [post], default: [] },
    communityCode: { type: String, default: null },
    ageBand: { type: String, default: null },
    createdAt: { type: Date, required: true },
  },
  { collection: "accounts", versionKey: false },
);
const where = (field: string) => ({ unique: true, partialFilterExpression: { [field]: { $exists: true } } });
account.index({ phoneHash: 1 }, where("phoneHash")); // one number, one resident
account.index({ openidHash: 1 }, where("openidHash")); // one WeChat, one resident
account.index({ name: 1 }, where("name")); // workers sign in by name
account.index({ "posts.dept": 1 }); // who works for a department

export const AccountModel = model("Account", account);

/** A session under the hash of its token. It carries the posts, so that finding out who calls is one read. */
export interface SessionRecord {
  _id: string;
  accountId: string;
  kind: "resident" | "worker";
  posts: Post[];
  seenAt: Date;
  expiresAt: Date;
}

const session = new Schema<SessionRecord>(
  {
    _id: String,
    accountId: String,
    kind: String,
    posts: { type: [post], default: [] },
    seenAt: Date,
    expiresAt: Date,
  },
  { collection: "sessions", versionKey: false },
);
session.index({ accountId: 1 }); // sign out everywhere
session.index({ expiresAt: 1 }); // the sweep

export const SessionModel = model("Session", session);

/** The code last sent to a number, under the number's mark. */
export interface CodeRecord {
  _id: string;
  codeHash: string;
  sentAt: Date;
  expiresAt: Date;
  tries: number;
}

const code = new Schema<CodeRecord>(
  { _id: String, codeHash: String, sentAt: Date, expiresAt: Date, tries: Number },
  { collection: "signInCodes", versionKey: false },
);
code.index({ expiresAt: 1 });

export const CodeModel = model("SignInCode", code);

/** How often something was tried lately, under a mark of what. */
export interface AttemptRecord {
  _id: string;
  count: number;
  until: Date;
}

const attempt = new Schema<AttemptRecord>(
  { _id: String, count: Number, until: Date },
  { collection: "signInAttempts", versionKey: false },
);
attempt.index({ until: 1 });

export const AttemptModel = model("SignInAttempt", attempt);
