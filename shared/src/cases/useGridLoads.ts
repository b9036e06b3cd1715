import { onScopeDispose, shallowRef } from "vue";
import { useCoalesced } from "../core/useCoalesced.ts";
import { useTask } from "../core/useTask.ts";
import { usePlatform } from "../platform/services.ts";
import type { GridLoad } from "./model.ts";
import { REFRESH_MS } from "./useCaseList.ts";

/** What is open in each grid of a worker's area, live: the queue watches the rooms this listens in. */
export function useGridLoads() {
  const { client, live } = usePlatform();
  const { busy, error, run } = useTask();
  const loads = shallowRef<ReadonlyMap<string, GridLoad> | null>(null);
  let asked = 0;

  async function read(): Promise<void> {
    const question = ++asked;
    const { grids } = await client.cases.queueByGrid();
    if (question === asked) loads.value = new Map(grids.map((grid) => [grid.gridCode, grid]));
  }

  const load = () => run(read);
  const refresh = useCoalesced(() => void read().catch(() => undefined), REFRESH_MS);
  const stops = [live.on("case.reported", refresh), live.on("case.moved", refresh), live.onCatchUp(refresh)];
  onScopeDispose(() => stops.forEach((stop) => stop()));
  void load();

  return { loads, loading: busy, error, load };
}
