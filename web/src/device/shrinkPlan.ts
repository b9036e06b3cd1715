/** A picture as far as deciding about it needs it. */
export interface PictureFacts {
  readonly width: number;
  readonly height: number;
}

/** The size a picture is drawn at so that its longer side is at most `side`; it is never enlarged. */
export function shrunkSize({ width, height }: PictureFacts, side: number): PictureFacts {
  const longer = Math.max(width, height);
  if (longer <= side) return { width, height };
  const scaled = (length: number) => Math.max(1, Math.round((length * side) / longer));
  return { width: scaled(width), height: scaled(height) };
}

/** What happens to a chosen file. */
export type ShrinkPlan = "redraw" | "keep" | "notAPicture" | "tooLarge";

/**
 * Whether a chosen file is redrawn smaller, kept as it is, or turned away. A phone's HEIC cannot be decoded by most
 * browsers; the server can, so it is kept if it fits. Anything else a browser cannot decode is no picture.
 */
export function shrinkPlan(
  file: { readonly type: string; readonly size: number },
  decoded: PictureFacts | null,
  maxBytes: number,
): ShrinkPlan {
  if (decoded && decoded.width > 0 && decoded.height > 0) return "redraw";
  if (!/^image\/hei[cf]$/.test(file.type)) return "notAPicture";
  return file.size <= maxBytes ? "keep" : "tooLarge";
}
