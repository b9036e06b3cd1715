import { model, Schema } from "mongoose";
import type { Division, Grid } from "@gongzhi/shared/divisions";
import type { Point } from "@gongzhi/shared/core";

/** A division as it is stored: its code is its identity, so no two share one. */
export type DivisionRecord = Omit<Division, "code"> & { _id: string };

/** A grid as it is stored. */
export type GridRecord = Omit<Grid, "code"> & { _id: string };

/** A unified address: its standard text, the texts others know it by, and where it is. */
export interface Address {
  addressCode: string;
  standard: string;
  aliases: { text: string; source?: string | undefined }[];
  gridCode: string;
  point: Point;
}
export type AddressRecord = Omit<Address, "addressCode"> & { _id: string };

const options = { versionKey: false, minimize: false } as const;
const required = { type: String, required: true } as const;

export const DivisionModel = model<DivisionRecord>(
  "Division",
  new Schema<DivisionRecord>(
    { _id: String, name: required, level: required, parent: { type: String, default: null } },
    options,
  ),
);

export const GridModel = model<GridRecord>(
  "Grid",
  new Schema<GridRecord>(
    {
      _id: String,
      name: required,
      communityCode: required,
      households: { type: Number, required: true },
      polygon: { type: [[Number]], required: true },
    },
    options,
  ),
);

export const AddressModel = model<AddressRecord>(
  "Address",
  new Schema<AddressRecord>(
    {
      _id: String,
      standard: required,
      aliases: [new Schema({ text: required, source: String }, { _id: false })],
      gridCode: required,
      point: new Schema({ lng: Number, lat: Number }, { _id: false }),
    },
    options,
  ),
);
