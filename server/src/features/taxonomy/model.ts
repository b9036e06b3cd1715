import { model, Schema } from "mongoose";
import type { WorkSession } from "@gongzhi/shared/cases";
import type { Catalogue } from "@gongzhi/shared/taxonomy";

/** A version of the taxonomy with the office hours its limits are counted in. */
export interface TaxonomyVersion {
  catalogue: Catalogue;
  /** The day it came into force, `yyyy-mm-dd`. */
  inForceFrom: string;
  sessions: WorkSession[];
}

/** As it is stored: the version is its identity; the catalogue is replaced as a whole and never searched inside. */
export type TaxonomyRecord = TaxonomyVersion & { _id: string };

export const TaxonomyModel = model<TaxonomyRecord>(
  "Taxonomy",
  new Schema<TaxonomyRecord>(
    {
      _id: String,
      inForceFrom: { type: String, required: true },
      sessions: { type: [[Number]], required: true },
      catalogue: { type: Schema.Types.Mixed, required: true },
    },
    { versionKey: false, minimize: false, collection: "taxonomies" },
  ),
);
