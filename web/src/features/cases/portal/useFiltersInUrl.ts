import { ref, watch, type Ref } from "vue";
import { useRoute, useRouter, type LocationQuery } from "vue-router";
import { levelOf } from "@gongzhi/shared/divisions";
import type { CaseFilters } from "@gongzhi/shared/cases/ui";

/** Where the page's address says how the list is narrowed down; whatever does not fit counts as not said. */
export function filtersIn(query: LocationQuery): CaseFilters {
  const text = (name: string) => (typeof query[name] === "string" ? query[name] : "");
  const [place, state, kind] = [text("place"), text("state"), text("class")];
  return {
    division: levelOf(place) ? place : "",
    state: state === "open" || state === "closed" ? state : "",
    classCode: /^\d{2}$/.test(kind) ? kind : "",
  };
}

/** The same, the other way round: only what narrows down stands in the address. */
export const queryOf = ({ division, state, classCode }: CaseFilters, view: "list" | "map") => ({
  ...(division && { place: division }),
  ...(state && { state }),
  ...(classCode && { class: classCode }),
  ...(view === "map" && { view }),
});

/** Keeps filters and view in the page's address, so that it can be passed on and gone back to. */
export function useFiltersInUrl(filters: CaseFilters): { view: Ref<"list" | "map"> } {
  const route = useRoute();
  const router = useRouter();
  const view = ref<"list" | "map">(route.query["view"] === "map" ? "map" : "list");
  const here = route.name;

  watch([() => ({ ...filters }), view], () => void router.replace({ query: queryOf(filters, view.value) }));
  watch(
    () => route.query,
    (query) => {
      if (route.name !== here) return;
      Object.assign(filters, filtersIn(query));
      view.value = query["view"] === "map" ? "map" : "list";
    },
  );
  return { view };
}
