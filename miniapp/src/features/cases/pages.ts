/** The pages of this feature: one subpackage. */
export const pages = { root: "features/cases", pages: ["detail/index"] };
