export * from "./catalogueStore.ts";
export * from "./useEventPicker.ts";
