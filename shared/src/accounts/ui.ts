export * from "./demoStore.ts";
export * from "./meStore.ts";
export * from "./preferencesStore.ts";
export * from "./useAboutMe.ts";
export * from "./useSignIn.ts";
