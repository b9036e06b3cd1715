import { z } from "zod";
import { AccountId } from "../core/index.ts";
import { Post } from "./roles.ts";

/** Age bands of the participation statistics; 14 to 35 is youth (中长期青年发展规划). */
export const AgeBand = z.enum(["14-17", "18-35", "36-59", "60-79", "80+"]);
export type AgeBand = z.infer<typeof AgeBand>;

export const Locale = z.enum(["zh", "en"]);
export type Locale = z.infer<typeof Locale>;

/** What an account may know about itself. */
export const Me = z.object({
  id: AccountId,
  kind: z.enum(["resident", "worker"]),
  /** Workers: their display name. Residents: null, they have none here. */
  name: z.string().nullable(),
  /** `138****1234`; null for workers. */
  phoneMasked: z.string().nullable(),
  communityCode: z.string().nullable(),
  ageBand: AgeBand.nullable(),
  posts: z.array(Post),
});
export type Me = z.infer<typeof Me>;

/** A session as its holder sees it; the token is handed out once, to clients that keep one. */
export const SignedIn = z.object({ me: Me, token: z.string().nullable() });
export type SignedIn = z.infer<typeof SignedIn>;

/** How a session is carried: the web keeps a cookie it cannot read, the mini program a bearer token. */
export const Carrier = z.enum(["cookie", "token"]);
export type Carrier = z.infer<typeof Carrier>;

/** A sign-in of the demonstration data, printed where a visitor looks for it. */
export const DemoAccount = z.object({
  role: z.enum(["resident", "gridWorker", "communityWorker", "commandDesk", "station", "admin"]),
  place: z.string(),
  /** Phone number of a resident, name of a worker. */
  login: z.string(),
  password: z.string().nullable(),
});
export type DemoAccount = z.infer<typeof DemoAccount>;
