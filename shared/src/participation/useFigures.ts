import { computed, onScopeDispose, shallowRef, watch } from "vue";
import { useTask } from "../core/useTask.ts";
import { rooms } from "../live/rooms.ts";
import { usePlatform } from "../platform/services.ts";
import type { Figures } from "./model.ts";

/** The participation figures of a division as they change. */
export function useFigures(division: () => string) {
  const { client, live } = usePlatform();
  const { busy, error, run } = useTask();
  const figures = shallowRef<Figures | null>(null);

  /** Figures may overtake one another; the later moment wins. */
  function keep(fresh: Figures): void {
    if (fresh.division !== division()) return;
    const held = figures.value;
    if (!held || held.division !== fresh.division || held.at <= fresh.at) figures.value = fresh;
  }

  const load = () => run(async () => keep(await client.participation.figures({ division: division() })));

  let leave = () => {};
  watch(
    division,
    (code) => {
      leave();
      leave = live.watch(rooms.figures(code));
      void load();
    },
    { immediate: true },
  );
  const stops = [live.on("figures.changed", keep), live.onCatchUp(() => void load())];
  onScopeDispose(() => [leave, ...stops].forEach((stop) => stop()));

  const percent = ({ part, whole }: { part: number; whole: number }) =>
    whole === 0 ? null : Math.round((part * 100) / whole);

  return {
    figures,
    loading: busy,
    error,
    load,
    answeredPercent: computed(() => figures.value && percent(figures.value.answeredInTime)),
    confirmedPercent: computed(() => figures.value && percent(figures.value.closedConfirmed)),
  };
}
