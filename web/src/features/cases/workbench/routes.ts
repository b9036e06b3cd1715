import type { RouteRecordRaw } from "vue-router";

/** Pages of the workbench, below `/workbench`. */
export const workbenchRoutes: RouteRecordRaw[] = [];
