export * from "./contract.ts";
export * from "./errors.ts";
export * from "./model.ts";
export * from "./passwordRules.ts";
export * from "./phone.ts";
export * from "./roles.ts";
