/** Error codes of attachments with the HTTP status each is answered by. */
export const attachmentErrors = {
  "photo.too_large": 413,
  "photo.not_a_picture": 415,
  "photo.not_found": 404,
  "photo.link_expired": 410,
  /** Never sent: the device finds that it no longer has a photo it kept. */
  "photo.lost": 422,
  /** Never sent: the device may not take or read pictures. */
  "photo.denied": 403,
} as const;
