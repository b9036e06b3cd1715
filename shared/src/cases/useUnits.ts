import { computed } from "vue";
import { useCatalogue } from "../taxonomy/catalogueStore.ts";
import type { CaseView } from "./model.ts";

/** The departments a case can be dispatched to, the one in charge of its kind first and marked. */
export function useUnits(kase: () => Pick<CaseView, "units" | "typeCode">) {
  const catalogue = useCatalogue();
  return computed(() => {
    const { units, typeCode } = kase();
    const inCharge = catalogue.type(typeCode)?.dept;
    return (catalogue.catalogue?.departments ?? [])
      .filter(({ code }) => units.includes(code))
      .map((dept) => ({ ...dept, inCharge: dept.code === inCharge }))
      .sort((one, other) => Number(other.inCharge) - Number(one.inCharge));
  });
}
