export * from "./useCoalesced.ts";
export * from "./usePages.ts";
export * from "./useTask.ts";
