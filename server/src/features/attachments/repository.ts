import { AttachmentId, type AccountId, type CaseId } from "@gongzhi/shared/core";
import { isDuplicate, ours } from "../../core/db.ts";
import { newId } from "../../core/ids.ts";
import { PhotoModel, type PhotoRecord } from "./model.ts";

/** What there is to know of a photo without its bytes. */
export interface Photo {
  readonly id: AttachmentId;
  readonly width: number;
  readonly height: number;
}

const withoutBytes = { width: 1, height: 1 } as const;

const toPhoto = ({ _id, width, height }: Pick<PhotoRecord, "_id" | "width" | "height">): Photo => ({
  id: AttachmentId.parse(_id),
  width,
  height,
});

/** Photos in the database. */
export const photos = {
  async sentBefore(ownerId: AccountId, deviceId: string): Promise<Photo | null> {
    const record = await PhotoModel.findOne({ ownerId, deviceId }, withoutBytes).lean();
    return record && toPhoto(record as PhotoRecord);
  },

  /** Keeps a photo. The same one again, even at the same moment, is the one that is there. */
  async keep(photo: Omit<PhotoRecord, "_id" | "caseId">): Promise<Photo> {
    const record = { ...photo, _id: newId(), caseId: null };
    try {
      await PhotoModel.collection.insertOne(record as never);
      return toPhoto(record);
    } catch (error) {
      const earlier =
        isDuplicate(error) && (await photos.sentBefore(photo.ownerId as AccountId, photo.deviceId));
      if (earlier) return earlier;
      throw error;
    }
  },

  async bytes(id: AttachmentId): Promise<Buffer | null> {
    const record = await PhotoModel.findById(id, { bytes: 1 }).lean();
    return record && Buffer.from((record as unknown as { bytes: { buffer: Buffer } }).bytes.buffer);
  },

  async find(ids: readonly AttachmentId[]): Promise<Photo[]> {
    const records = (await PhotoModel.find(
      { _id: ours({ $in: ids }) },
      withoutBytes,
    ).lean()) as PhotoRecord[];
    return records.map(toPhoto);
  },

  /** Gives the owner's photos to a case; answers how many of them the case has now. */
  async claim(ids: readonly AttachmentId[], ownerId: AccountId, caseId: CaseId): Promise<number> {
    const claimed = await PhotoModel.updateMany(
      { _id: ours({ $in: ids }), ownerId, caseId: ours({ $in: [null, caseId] }) },
      { $set: { caseId } },
    );
    return claimed.matchedCount;
  },

  /** How many of these the owner may give to the case: not used yet, or already its own. */
  async countFree(ids: readonly AttachmentId[], ownerId: AccountId, caseId: CaseId): Promise<number> {
    return PhotoModel.countDocuments({
      _id: ours({ $in: ids }),
      ownerId,
      caseId: ours({ $in: [null, caseId] }),
    });
  },

  async dropUnused(before: Date): Promise<void> {
    await PhotoModel.deleteMany({ caseId: null, createdAt: ours({ $lt: before }) });
  },
};
