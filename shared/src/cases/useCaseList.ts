import { onScopeDispose, reactive, shallowRef, watch } from "vue";
import { useCoalesced } from "../core/useCoalesced.ts";
import { usePages } from "../core/usePages.ts";
import { rooms } from "../live/rooms.ts";
import { usePlatform } from "../platform/services.ts";
import type { CaseSummary } from "./model.ts";

/** A list on a screen is read anew at most this often, however much happens. */
export const REFRESH_MS = 2_000;

/** How the public list is narrowed down; an empty text means no narrowing. */
export interface CaseFilters {
  division: string;
  state: "" | "open" | "closed";
  classCode: string;
}

/** The public cases with their filters and their counts per grid, live. */
export function useCaseList(county: string, start: Partial<CaseFilters> = {}) {
  const { client, live } = usePlatform();
  const filters = reactive<CaseFilters>({ division: "", state: "", classCode: "", ...start });
  const byGrid = shallowRef<ReadonlyMap<string, number>>(new Map());

  const narrowed = () => ({
    division: filters.division || county,
    ...(filters.state && { state: filters.state }),
    ...(filters.classCode && { classCode: filters.classCode }),
  });

  const pages = usePages<CaseSummary, { items: CaseSummary[]; next: string | null }>((at) =>
    client.cases.publicList({ ...at, ...narrowed() }),
  );

  async function count(): Promise<void> {
    const { grids } = await client.cases.byGrid(narrowed());
    byGrid.value = new Map(grids.map((each) => [each.gridCode, each.count]));
  }

  const refresh = useCoalesced(() => {
    pages.refresh();
    void count().catch(() => undefined);
  }, REFRESH_MS);

  const stops = [
    live.watch(rooms.publicCases(county.slice(0, 6))),
    live.on("case.reported", refresh),
    live.on("case.moved", refresh),
    live.onCatchUp(refresh),
  ];
  onScopeDispose(() => stops.forEach((stop) => stop()));

  watch(
    filters,
    () => {
      void pages.load();
      void count().catch(() => undefined);
    },
    { immediate: true },
  );

  return { ...pages, filters, byGrid };
}
