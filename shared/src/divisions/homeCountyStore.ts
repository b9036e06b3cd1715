import { defineStore } from "pinia";
import { computed, ref } from "vue";
import { useMeStore } from "../accounts/meStore.ts";
import { usePlatform } from "../platform/services.ts";
import { isWithin } from "./codes.ts";
import { useRegister } from "./registerStore.ts";

const KEY = "county";

/** The county whose cases and figures are shown: chosen by hand, or where the resident lives, or the first one. */
export const useHomeCounty = defineStore("homeCounty", () => {
  const { storage } = usePlatform().platform;
  const register = useRegister();
  const me = useMeStore();
  const chosen = ref(storage.read(KEY));

  /** The counties that are served: those with grids. */
  const counties = computed(() =>
    register.divisions.filter(
      ({ code, level }) => level === "county" && register.grids.some((grid) => isWithin(grid.code, code)),
    ),
  );

  const county = computed(() => {
    const home = me.me?.communityCode;
    return (
      counties.value.find(({ code }) => code === chosen.value) ??
      counties.value.find(({ code }) => home && isWithin(home, code)) ??
      counties.value[0]
    );
  });

  function choose(code: string): void {
    chosen.value = code;
    storage.write(KEY, code);
  }

  return { counties, code: computed(() => county.value?.code ?? ""), county, choose };
});
