import type { RouteRecordRaw } from "vue-router";

/** Pages of taking part. */
export const participationRoutes: RouteRecordRaw[] = [
  { path: "/", name: "home", component: () => import("./portal/HomePage.vue"), meta: { title: "nav.home" } },
];
