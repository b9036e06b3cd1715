import { z } from "zod";
import type { AccountId, ActorKind } from "../core/index.ts";

/** The posts of DOMAIN section 1.3 that this platform knows so far. */
export const Role = z.enum(["gridWorker", "communityWorker", "commandDesk", "station", "admin"]);
export type Role = z.infer<typeof Role>;

/** A role and the division it is held in; a station also has its department (standard code, e.g. `HW`). */
export const Post = z.object({
  role: Role,
  territory: z.string().regex(/^\d{12}(\d{3})?$/),
  dept: z.string().optional(),
});
export type Post = z.infer<typeof Post>;

/** Who is asking. */
export interface Actor {
  readonly kind: ActorKind;
  /** Null for a guest. */
  readonly id: AccountId | null;
  /** Empty for guests and residents. */
  readonly posts: readonly Post[];
}

/** Nobody in particular. */
export const guest: Actor = { kind: "guest", id: null, posts: [] };
