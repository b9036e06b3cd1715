export * from "./useFigures.ts";
