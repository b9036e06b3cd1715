import type { RouteRecordRaw } from "vue-router";

/** Pages of the workbench, below `/workbench`: the queue with a case beside it, the grids, the figures, oneself. */
export const workbenchRoutes: RouteRecordRaw[] = [
  {
    path: "",
    component: () => import("./QueuePage.vue"),
    meta: { title: "nav.workbench" },
    children: [
      { path: "", name: "workbench", component: () => import("./NoCase.vue") },
      {
        path: "cases/:caseId([0-9a-f]{24})",
        name: "workbenchCase",
        component: () => import("./CasePanel.vue"),
        props: true,
      },
    ],
  },
  {
    path: "map",
    name: "workbenchMap",
    component: () => import("./MapPage.vue"),
    meta: { title: "workbench.mapTitle" },
  },
  {
    path: "figures",
    name: "workbenchFigures",
    component: () => import("../../participation/workbench/FiguresPage.vue"),
    meta: { title: "figures.title" },
  },
  {
    path: "me",
    name: "workbenchMe",
    component: () => import("../../accounts/workbench/MePage.vue"),
    meta: { title: "workbench.posts" },
  },
];
