import { MAX_PHOTO_BYTES, PHOTO_SIDE } from "@gongzhi/shared/attachments";
import { AppError } from "@gongzhi/shared/core";
import { shrinkPlan, shrunkSize } from "./shrinkPlan.ts";

const QUALITY = 0.8;

/** A chosen file as it will be sent: redrawn small, which also leaves behind where and when it was taken. */
export async function shrink(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file).catch(() => null);
  const plan = shrinkPlan(file, picture, MAX_PHOTO_BYTES);
  if (plan === "notAPicture") throw new AppError("photo.not_a_picture");
  if (plan === "tooLarge") throw new AppError("photo.too_large");
  if (plan === "keep" || !picture) return file;
  try {
    return await redraw(picture);
  } finally {
    picture.close();
  }
}

function redraw(picture: ImageBitmap): Promise<Blob> {
  const canvas = Object.assign(document.createElement("canvas"), shrunkSize(picture, PHOTO_SIDE));
  const pen = canvas.getContext("2d");
  if (!pen) throw new AppError("photo.not_a_picture");
  // JPEG has no transparency: what is clear becomes paper, not black.
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((drawn, failed) =>
    canvas.toBlob(
      (blob) => (blob ? drawn(blob) : failed(new AppError("photo.not_a_picture"))),
      "image/jpeg",
      QUALITY,
    ),
  );
}
