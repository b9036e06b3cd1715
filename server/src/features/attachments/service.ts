import type { PhotoLink } from "@gongzhi/shared/attachments";
import { DAY_MS, type AccountId, type AttachmentId, type CaseId } from "@gongzhi/shared/core";
import { fail } from "../../core/fail.ts";
import type { Seal } from "../../core/seal.ts";
import { turns } from "../../core/turns.ts";
import { pictureFrom } from "./picture.ts";
import { photos, type Photo } from "./repository.ts";

/** A link is good for this long at least and twice as long at most, */
const LINK_MS = 15 * 60_000;
/** and a photo that went with no case is kept for this long. */
const UNUSED_MS = 2 * DAY_MS;

/** Pictures decoded at once, and those that may wait for it before the next is told to come again. */
const atOnce = { most: 2, waiting: 40 } as const;

/** What is needed to show a photo: the signature stands in for a session, which an image element cannot carry. */
export interface PhotoRequest {
  readonly id: AttachmentId;
  readonly until: number;
  readonly sig: string;
  readonly now: Date;
}

/** Photos from residents and workers. */
export const attachmentService = ({ seal }: { seal: Seal }) => {
  const takeTurn = turns(atOnce);
  const signed = (id: AttachmentId, until: number) => `photo ${id} ${until}`;

  function link({ id, width, height }: Photo, now: Date): PhotoLink {
    // Rounded, so that the same photo keeps its link for a while and a browser need not fetch it again.
    const until = (Math.floor(now.getTime() / LINK_MS) + 2) * LINK_MS;
    return { id, url: `/api/photos/${id}?until=${until}&sig=${seal.sign(signed(id, until))}`, width, height };
  }

  return {
    /** Keeps a photo; sent again, it is the one that is there. */
    async keep(sent: { ownerId: AccountId; deviceId: string; file: Buffer; now: Date }): Promise<PhotoLink> {
      const { ownerId, deviceId, file, now } = sent;
      const earlier = await photos.sentBefore(ownerId, deviceId);
      if (earlier) return link(earlier, now);
      const picture = await takeTurn(() => pictureFrom(file));
      return link(await photos.keep({ ...picture, ownerId, deviceId, createdAt: now }), now);
    },

    async show({ id, until, sig, now }: PhotoRequest): Promise<Buffer> {
      if (!seal.isSigned(signed(id, until), sig)) fail("photo.not_found");
      if (until < now.getTime()) fail("photo.link_expired");
      return (await photos.bytes(id)) ?? fail("photo.not_found");
    },

    /** Links to these photos, in their order, for somebody who may see them; good for a quarter of an hour. */
    async links(ids: readonly AttachmentId[], now: Date): Promise<PhotoLink[]> {
      if (ids.length === 0) return [];
      const found = new Map((await photos.find(ids)).map((photo) => [photo.id, photo]));
      return ids.flatMap((id) => found.get(id) ?? []).map((photo) => link(photo, now));
    },

    /**
     * Gives photos to a case: all of them or none. They must be the owner's own and not yet used, or already the
     * case's, so that claiming again after a lost reply is harmless.
     */
    async claim(ids: readonly AttachmentId[], ownerId: AccountId, caseId: CaseId): Promise<void> {
      const wanted = [...new Set(ids)];
      if (wanted.length === 0) return;
      if ((await photos.countFree(wanted, ownerId, caseId)) < wanted.length) fail("case.photo_unknown");
      // Between looking and taking another case of the same owner may have been faster.
      if ((await photos.claim(wanted, ownerId, caseId)) < wanted.length) fail("case.photo_unknown");
    },

    /** Drops photos that no case has used. */
    async sweep(now: Date): Promise<void> {
      await photos.dropUnused(new Date(now.getTime() - UNUSED_MS));
    },
  };
};

export type AttachmentService = ReturnType<typeof attachmentService>;
