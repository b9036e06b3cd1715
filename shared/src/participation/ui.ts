export * from "./useCellNames.ts";
export * from "./useFigures.ts";
