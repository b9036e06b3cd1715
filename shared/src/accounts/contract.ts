import { z } from "zod";
import { anyone, endpoint, signedIn } from "../core/index.ts";
import { AgeBand, Carrier, DemoAccount, Me, SignedIn } from "./model.ts";

const Done = z.object({ done: z.literal(true) });
const phone = z.string().min(5).max(30);
const code = z.string().regex(/^\d{6}$/);
const wechatCode = z.string().min(1).max(200);

/** Signing in and out, and what an account says about itself. */
export const accountApi = {
  sendCode: endpoint({
    method: "post",
    path: "/sign-in/codes",
    allow: anyone,
    perMinute: 10,
    summary: "Sends a six-digit sign-in code to a mobile number.",
    input: z.object({ phone }),
    /** `demoCode` is set in the demonstration only. */
    reply: z.object({ retryAfterSeconds: z.int(), demoCode: z.string().nullable() }),
  }),
  signInByCode: endpoint({
    method: "post",
    path: "/sign-in/phone",
    allow: anyone,
    perMinute: 20,
    summary: "Signs a resident in by phone number and code; binds WeChat when its code comes along.",
    input: z.object({ phone, code, carrier: Carrier, wechatCode: wechatCode.optional() }),
    reply: SignedIn,
  }),
  signInByWechat: endpoint({
    method: "post",
    path: "/sign-in/wechat",
    allow: anyone,
    perMinute: 20,
    summary: "Signs a resident in by the code of wx.login, if that WeChat was bound to a phone number.",
    input: z.object({ wechatCode }),
    reply: SignedIn,
  }),
  signInByPassword: endpoint({
    method: "post",
    path: "/sign-in/worker",
    allow: anyone,
    perMinute: 20,
    summary: "Signs a worker in by name and password.",
    input: z.object({
      name: z.string().min(1).max(60),
      password: z.string().min(1).max(200),
      carrier: Carrier,
    }),
    reply: SignedIn,
  }),
  me: endpoint({
    method: "get",
    path: "/me",
    allow: anyone,
    summary: "The caller's own account, or null for a guest.",
    input: z.object({}),
    reply: z.object({ me: Me.nullable() }),
  }),
  describeMe: endpoint({
    method: "put",
    path: "/me",
    allow: ["resident"],
    summary: "Says where one lives and one's age band; both are free and used for statistics only.",
    input: z.object({ communityCode: z.string().length(12).nullable(), ageBand: AgeBand.nullable() }),
    reply: z.object({ me: Me }),
  }),
  signOut: endpoint({
    method: "post",
    path: "/sign-out",
    allow: signedIn,
    summary: "Ends this session.",
    input: z.object({}),
    reply: Done,
  }),
  signOutEverywhere: endpoint({
    method: "post",
    path: "/sign-out/everywhere",
    allow: signedIn,
    summary: "Ends every session of the caller.",
    input: z.object({}),
    reply: Done,
  }),
  demo: endpoint({
    method: "get",
    path: "/demo",
    allow: anyone,
    summary: "Whether this is a demonstration, and its sign-ins.",
    input: z.object({}),
    reply: z.object({ demo: z.boolean(), accounts: z.array(DemoAccount) }),
  }),
};
