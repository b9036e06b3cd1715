import { Catalogue } from "@gongzhi/shared/taxonomy";
import { TaxonomyModel, type TaxonomyVersion } from "./model.ts";

/** The version that came into force last; null where none was ever seeded. */
export async function readTaxonomy(): Promise<TaxonomyVersion | null> {
  const found = await TaxonomyModel.findOne().sort({ inForceFrom: -1, _id: -1 }).lean();
  if (!found) return null;
  const { _id, ...version } = found;
  return { ...version, catalogue: Catalogue.parse(version.catalogue) };
}

/** Writes a version over the one of the same number. */
export async function writeTaxonomy(version: TaxonomyVersion): Promise<void> {
  const _id = version.catalogue.version;
  await TaxonomyModel.replaceOne({ _id }, { _id, ...version }, { upsert: true });
}
