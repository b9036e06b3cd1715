import { photoOfAPothole } from "./weapp/pictures.ts";

/** A real photo, with the maker and the place in it as cameras write them, as a file input takes it. */
export const aPhoto = (name = "photo.jpg") => ({
  name,
  mimeType: "image/jpeg",
  buffer: Buffer.from(photoOfAPothole().bytes),
});
