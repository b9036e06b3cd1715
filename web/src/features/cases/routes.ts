import type { RouteRecordRaw } from "vue-router";

/** A case's id as the server makes it; anything else is an address that does not exist. */
const CASE_PATH = "/cases/:caseId([0-9a-f]{24})";

/** Pages of cases for residents. */
export const caseRoutes: RouteRecordRaw[] = [
  {
    path: "/report",
    name: "report",
    component: () => import("./portal/ReportPage.vue"),
    meta: { title: "report.title" },
  },
  {
    path: "/cases",
    name: "cases",
    component: () => import("./portal/CasesPage.vue"),
    meta: { title: "nav.cases" },
  },
  {
    path: CASE_PATH,
    name: "case",
    component: () => import("./portal/CasePage.vue"),
    props: true,
    meta: { title: "nav.cases" },
  },
  {
    path: "/mine",
    name: "mine",
    component: () => import("./portal/MinePage.vue"),
    meta: { title: "nav.mine" },
  },
];
