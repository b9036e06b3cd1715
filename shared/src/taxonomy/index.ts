export * from "./contract.ts";
export * from "./danger.ts";
export * from "./errors.ts";
export * from "./model.ts";
export * from "./resolve.ts";
