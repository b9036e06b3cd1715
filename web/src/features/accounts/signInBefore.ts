import type { Me } from "@gongzhi/shared/accounts";

interface Wanted {
  readonly fullPath: string;
  readonly meta: { readonly workers?: boolean };
}

/** Where somebody has to go first who may not see a page yet, or null for who may. */
export function signInBefore({ fullPath, meta }: Wanted, me: Pick<Me, "kind"> | null) {
  if (!meta.workers || me?.kind === "worker") return null;
  return { path: "/sign-in", query: { next: fullPath, as: "worker" } };
}

/** A page of our own to go to after signing in; anything else, such as another site, leads to `otherwise`. */
export const pathAfterSignIn = (next: unknown, otherwise: string): string =>
  typeof next === "string" && /^\/(?![/\\])/.test(next) ? next : otherwise;
