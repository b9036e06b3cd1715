import { model, Schema } from "mongoose";

/** A photo as the database keeps it. */
export interface PhotoRecord {
  _id: string;
  ownerId: string;
  /** Made by the device, so that a photo sent again is the same photo. */
  deviceId: string;
  /** The case it was used for; null until then. */
  caseId: string | null;
  width: number;
  height: number;
  bytes: Buffer;
  createdAt: Date;
}

const schema = new Schema<PhotoRecord>(
  {
    _id: String,
    ownerId: { type: String, required: true },
    deviceId: { type: String, required: true },
    caseId: { type: String, default: null },
    width: Number,
    height: Number,
    bytes: Buffer,
    createdAt: { type: Date, required: true },
  },
  { collection: "photos", versionKey: false },
);
schema.index({ ownerId: 1, deviceId: 1 }, { unique: true }); // a photo sent twice is one photo
schema.index({ caseId: 1, createdAt: 1 }); // the sweep of those never used

export const PhotoModel = model("Photo", schema);
