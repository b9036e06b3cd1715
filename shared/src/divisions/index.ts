export * from "./addresses.ts";
export * from "./areas.ts";
export * from "./codes.ts";
export * from "./contract.ts";
export * from "./errors.ts";
export * from "./locate.ts";
export * from "./model.ts";
