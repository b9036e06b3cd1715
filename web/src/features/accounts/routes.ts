import type { RouteRecordRaw } from "vue-router";

/** Pages of accounts. */
export const accountRoutes: RouteRecordRaw[] = [
  {
    path: "/sign-in",
    name: "signIn",
    component: () => import("./portal/SignInPage.vue"),
    meta: { title: "account.signInTitle" },
  },
];
