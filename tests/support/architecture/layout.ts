/** The features: the same noun in every package. A new one is added here, and then everywhere by that name. */
export const features = [
  "accounts",
  "attachments",
  "audit",
  "cases",
  "consultations",
  "divisions",
  "guides",
  "live",
  "notifications",
  "openData",
  "participation",
  "taxonomy",
  "training",
  "votes",
];

/** What lies beside the features in `shared/src`. */
export const besideFeatures = ["api", "core", "design", "i18n", "platform"];

/** The package a path belongs to. */
export const packageOf = (path: string): string => path.split("/")[0] ?? "";

/** Whether the file is a test or made for tests: it may import what it tests with. */
export const isForTests = (path: string): boolean =>
  /\.(test|spec|fixture)\.ts$|\/fixtures\.ts$|^server\/src\/testing\//.test(path);

/** Whether the file is headless Vue: a store, a view-model, the door to them, or what they stand on. */
export const isHeadless = (path: string): boolean =>
  /^shared\/src\/[^/]+\/(ui|store|use[A-Z]\w*|\w+Store)\.ts$/.test(path) ||
  path.startsWith("shared/src/platform/") ||
  path === "shared/src/live/client.ts";

/** Whether the file holds rules: plain TypeScript that runs anywhere and always answers the same. */
export const isDomain = (path: string): boolean =>
  /^shared\/src\/.*\.ts$/.test(path) && !isHeadless(path) && !isForTests(path);

/** The feature a file of the server, the portal or the mini program belongs to. */
export const featureOf = (path: string): string | null =>
  /^\w+\/src\/features\/([^/]+)\//.exec(path)?.[1] ?? null;
