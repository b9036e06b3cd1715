import { computed, ref, shallowRef } from "vue";
import type { Point } from "../core/index.ts";
import { useTask } from "../core/useTask.ts";
import { AppError } from "../core/appError.ts";
import { usePlatform } from "../platform/services.ts";
import { locateGrid } from "./locate.ts";
import type { AddressMatch } from "./model.ts";
import { useRegister } from "./registerStore.ts";

/** A place as a report names it. */
export interface Place {
  gridCode: string | null;
  point: Point | null;
  address: string | null;
}

/** Picking a place: on the grid map, where I am, or by an address in anybody's spelling. */
export function useGridPicker(start: Place = { gridCode: null, point: null, address: null }) {
  const { client, platform } = usePlatform();
  const register = useRegister();
  const { busy, error, run } = useTask();

  const place = ref<Place>({ ...start });
  const addressText = ref("");
  const matches = shallowRef<readonly AddressMatch[]>([]);
  const nothingFound = ref(false);

  /** Picks a grid; the written detail stays. */
  function pickGrid(gridCode: string): void {
    place.value = { gridCode, point: null, address: place.value.address };
  }

  const pickHere = () =>
    run(async () => {
      const point = await platform.locate();
      const gridCode = locateGrid(point, register.grids);
      if (!gridCode) throw new AppError("division.outside");
      place.value = { gridCode, point, address: place.value.address };
    });

  const findAddress = () =>
    run(async () => {
      const text = addressText.value.trim();
      if (text.length < 2) return;
      matches.value = (await client.divisions.findAddress({ text })).matches;
      nothingFound.value = matches.value.length === 0;
    });

  function pickAddress({ gridCode, point, standard }: AddressMatch): void {
    place.value = { gridCode, point, address: standard };
    matches.value = [];
  }

  const pickedName = computed(() => (place.value.gridCode ? register.pathOf(place.value.gridCode) : null));

  return {
    busy,
    error,
    place,
    pickedName,
    addressText,
    matches,
    nothingFound,
    pickGrid,
    pickHere,
    findAddress,
    pickAddress,
  };
}
