import { PhotoLink } from "./model.ts";

/**
 * Sending a photo: `POST /api/photos`, multipart form with `file` and `deviceId` (a UUID the device made, so
 * that a photo sent again is the same photo). It is not JSON, so each platform sends it in its own way.
 */
export const photoUpload = {
  path: "/api/photos",
  fileField: "file",
  idField: "deviceId",
  reply: PhotoLink,
} as const;
