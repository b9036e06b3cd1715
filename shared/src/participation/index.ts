export * from "./contract.ts";
export * from "./events.ts";
export * from "./model.ts";
export * from "./suppress.ts";
