import { z } from "zod";

const hexId = z.string().regex(/^[0-9a-f]{24}$/);

/** An account: a resident or a worker. */
export const AccountId = hexId.brand<"AccountId">();
export type AccountId = z.infer<typeof AccountId>;

/** A case. */
export const CaseId = hexId.brand<"CaseId">();
export type CaseId = z.infer<typeof CaseId>;

/** An uploaded photo. */
export const AttachmentId = hexId.brand<"AttachmentId">();
export type AttachmentId = z.infer<typeof AttachmentId>;

/** An id a device makes by itself (UUID), so that a thing sent twice is one thing. */
export const DeviceMadeId = z.uuid();
