import { z } from "zod";
import { AttachmentId } from "../core/index.ts";

/** At most this many photos go with one report or one move. */
export const MAX_PHOTOS = 9;
/** Bytes a client may send for one photo; phones compress below it. */
export const MAX_PHOTO_BYTES = 8 * 1024 * 1024;
/** The longer side in pixels to which a phone shrinks a photo before sending, and the server keeps at most. */
export const PHOTO_SIDE = 1600;
/** What the server accepts after looking at the bytes themselves. */
export const photoTypes = ["image/jpeg", "image/png", "image/webp", "image/heic"] as const;

/** A photo as a viewer gets it: a link that works for a few minutes. */
export const PhotoLink = z.object({ id: AttachmentId, url: z.string(), width: z.int(), height: z.int() });
export type PhotoLink = z.infer<typeof PhotoLink>;
