export * from "./usePhotos.ts";
