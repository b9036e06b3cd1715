export * from "./useTask.ts";
