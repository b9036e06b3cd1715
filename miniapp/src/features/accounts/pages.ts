/** The pages of this feature: one subpackage. */
export const pages = { root: "features/accounts", pages: ["signIn/index"] };

/** Signing in, for residents or for workers first. */
export const signInUrl = (as: "resident" | "worker" = "resident"): string =>
  `/${pages.root}/signIn/index?as=${as}`;
