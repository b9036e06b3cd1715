export * from "./useWords.ts";
