export * from "./homeCountyStore.ts";
export * from "./registerStore.ts";
export * from "./useGridPicker.ts";
