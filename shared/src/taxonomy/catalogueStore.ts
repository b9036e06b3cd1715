import { defineStore } from "pinia";
import { computed, shallowRef } from "vue";
import { usePlatform } from "../platform/services.ts";
import { Catalogue, type EventType } from "./model.ts";
import { catalogueIndex } from "./resolve.ts";

const KEY = "catalogue";

/** The event taxonomy, kept on the device so that a report can be named without a network. */
export const useCatalogue = defineStore("catalogue", () => {
  const { client, platform } = usePlatform();
  const catalogue = shallowRef<Catalogue | null>(recall());

  function recall(): Catalogue | null {
    try {
      return Catalogue.parse(JSON.parse(platform.storage.read(KEY) ?? "null"));
    } catch {
      return null;
    }
  }

  /** Reads the version in force; what was kept stays in use without a network. */
  async function load(): Promise<void> {
    const fresh = await client.taxonomy.catalogue().catch((cause: unknown) => {
      if (catalogue.value) return catalogue.value;
      throw cause;
    });
    catalogue.value = fresh;
    platform.storage.write(KEY, JSON.stringify(fresh));
  }

  const byCode = computed(() => new Map((catalogue.value?.types ?? []).map((type) => [type.code, type])));
  const index = computed(() => catalogueIndex(catalogue.value?.types ?? []));
  const depts = computed(
    () => new Map((catalogue.value?.departments ?? []).map((dept) => [dept.code, dept])),
  );

  return {
    catalogue,
    index,
    load,
    type: (code: string): EventType | undefined => byCode.value.get(code),
    dept: (code: string) => depts.value.get(code),
  };
});
