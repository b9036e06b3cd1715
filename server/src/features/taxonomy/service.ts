import { officeSessions, type WorkSession } from "@gongzhi/shared/cases";
import type { Catalogue, EventType, taxonomyApi } from "@gongzhi/shared/taxonomy";
import { fail } from "../../core/fail.ts";
import type { Call } from "../../core/serve.ts";
import type { TaxonomyVersion } from "./model.ts";

interface Loaded {
  readonly catalogue: Catalogue;
  readonly types: ReadonlyMap<string, EventType>;
  readonly units: ReadonlySet<string>;
  readonly sessions: readonly WorkSession[];
}

const empty: Catalogue = { version: "0", classes: [], departments: [], types: [] };

/** The event taxonomy in force. */
export const taxonomyService = ({
  readTaxonomy,
}: {
  readTaxonomy: () => Promise<TaxonomyVersion | null>;
}) => {
  let loaded: Promise<Loaded> | null = null;

  /** A new version comes in at start-up only, by a seed or a migration, so the one in force is read once. */
  function load(): Promise<Loaded> {
    loaded ??= readTaxonomy().then(index);
    // A failed reading must not be remembered, nor one from before the seeds.
    loaded.then(
      ({ types }) => types.size === 0 && (loaded = null),
      () => (loaded = null),
    );
    return loaded;
  }

  return {
    catalogue: async (_: Call<typeof taxonomyApi.catalogue>): Promise<Catalogue> => (await load()).catalogue,

    /** The event type of a code that may come from anywhere. */
    type: async (code: string): Promise<EventType> => (await load()).types.get(code) ?? fail("event.unknown"),

    /** Whether the taxonomy knows a department by this code. */
    hasDepartment: async (code: string): Promise<boolean> => (await load()).units.has(code),

    /** The office hours that the working-hours limits of this version are counted in. */
    sessions: async (): Promise<readonly WorkSession[]> => (await load()).sessions,
  };
};
export type TaxonomyService = ReturnType<typeof taxonomyService>;

function index(version: TaxonomyVersion | null): Loaded {
  const { catalogue, sessions } = version ?? { catalogue: empty, sessions: officeSessions };
  return {
    catalogue,
    types: new Map(catalogue.types.map((type) => [type.code, type])),
    units: new Set(catalogue.departments.map(({ code }) => code)),
    sessions,
  };
}
