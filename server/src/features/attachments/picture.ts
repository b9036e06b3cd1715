import { fileTypeFromBuffer } from "file-type";
import sharp, { type Sharp } from "sharp";
import { photoTypes, PHOTO_SIDE } from "@gongzhi/shared/attachments";
import { fail } from "../../core/fail.ts";
import { decodeHeic } from "./heic.ts";

/** A picture as it is kept: JPEG, upright, no larger than needed, and without anything the camera wrote into it. */
export interface Picture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** 50 million pixels, what large phone cameras make; decoding more would only cost memory. */
const MAX_PIXELS = 50_000_000;
const QUALITY = 80;
const SECONDS = 15;

// Photos come one by one; a small cache of decoders and one picture per core keep the memory of a burst bounded.
sharp.cache({ memory: 32, files: 0, items: 20 });

const isPhotoType = (mime: string): boolean => (photoTypes as readonly string[]).includes(mime);

/** Opens what was sent for reworking. */
async function opened(sent: Buffer, mime: string): Promise<Sharp> {
  if (mime !== "image/heic") return sharp(sent, { limitInputPixels: MAX_PIXELS, failOn: "error" });
  const { data, width, height } = await decodeHeic(sent, MAX_PIXELS);
  return sharp(data, { raw: { width, height, channels: 4 } });
}

/** Makes the kept picture out of whatever was sent, judged by its bytes and not by its name. */
export async function pictureFrom(sent: Buffer): Promise<Picture> {
  const kind = await fileTypeFromBuffer(sent);
  if (!kind || !isPhotoType(kind.mime)) return fail("photo.not_a_picture");
  try {
    const { data, info } = await (
      await opened(sent, kind.mime)
    )
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .resize({ width: PHOTO_SIDE, height: PHOTO_SIDE, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    // Whatever the decoder disliked about it: it is no picture we can show.
    return fail("photo.not_a_picture");
  }
}
