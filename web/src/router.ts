import { createRouter, createWebHistory, type RouteRecordRaw, type RouterHistory } from "vue-router";
import { useMeStore } from "@gongzhi/shared/accounts/ui";
import type { WordKey } from "@gongzhi/shared/i18n";
import type { Platform } from "@gongzhi/shared/platform";
import { moveFocus } from "./device/moveFocus.ts";
import { reloadOnce } from "./device/reloadOnce.ts";
import { accountRoutes } from "./features/accounts/routes.ts";
import { signInBefore } from "./features/accounts/signInBefore.ts";
import { caseRoutes } from "./features/cases/routes.ts";
import { workbenchRoutes } from "./features/cases/workbench/routes.ts";
import { participationRoutes } from "./features/participation/routes.ts";
import PortalLayout from "./layouts/PortalLayout.vue";
import UnreachablePage from "./layouts/UnreachablePage.vue";

declare module "vue-router" {
  interface RouteMeta {
    /** The words in the browser's title. */
    title?: WordKey;
    /** Only for workers; anybody else is asked to sign in as one. */
    workers?: boolean;
  }
}

const routes: RouteRecordRaw[] = [
  {
    path: "/workbench",
    component: () => import("./layouts/WorkbenchLayout.vue"),
    meta: { workers: true, title: "nav.workbench" },
    children: workbenchRoutes,
  },
  {
    path: "/",
    component: PortalLayout,
    children: [
      ...participationRoutes,
      ...caseRoutes,
      ...accountRoutes,
      {
        path: "/unreachable",
        name: "unreachable",
        component: UnreachablePage,
        meta: { title: "common.offline" },
      },
      {
        path: "/:rest(.*)*",
        component: () => import("./layouts/NotFoundPage.vue"),
        meta: { title: "common.notFoundTitle" },
      },
    ],
  },
];

/** The routes of portal and workbench, with the focus following every change of page. */
export function createAppRouter(platform: Platform, history: RouterHistory = createWebHistory()) {
  const router = createRouter({
    history,
    routes,
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  });

  router.beforeEach(async (to) => {
    const me = useMeStore();
    // A browser that forgot everything but its cookie: only the server knows who that is.
    if (to.meta.workers && !me.me) await me.asked;
    return signInBefore(to, me.me) ?? true;
  });
  router.onError((_error, to) => {
    // The files of a page did not come: a new version is out, or there is no network.
    const go = () => window.location.assign(to.fullPath);
    if (platform.network.online() && reloadOnce(platform.storage, platform.now(), go)) return;
    void router.replace({ name: "unreachable", query: { to: to.fullPath } });
  });
  router.afterEach((to, from, failure) => {
    // The first page keeps the focus where browsers put it: at the top.
    if (!failure && from.matched.length > 0 && to.path !== from.path) void moveFocus();
  });
  return router;
}
