export * from "./registerStore.ts";
export * from "./useGridPicker.ts";
