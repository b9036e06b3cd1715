export * from "./services.ts";
export * from "./useNow.ts";
export * from "./useStart.ts";
