import { ref, watch } from "vue";
import { useTask } from "../core/useTask.ts";
import { useMeStore } from "./meStore.ts";
import type { AgeBand } from "./model.ts";

/** What residents may say about themselves for the statistics, and the ways out: this device, or all of them. */
export function useAboutMe() {
  const me = useMeStore();
  const { busy, error, run } = useTask();
  const communityCode = ref<string | null>(null);
  const ageBand = ref<AgeBand | null>(null);
  const saved = ref(false);

  watch(
    () => me.me,
    (someone) => {
      communityCode.value = someone?.communityCode ?? null;
      ageBand.value = someone?.ageBand ?? null;
    },
    { immediate: true },
  );
  watch([communityCode, ageBand], () => (saved.value = false));

  const save = () =>
    run(async () => {
      await me.describe({ communityCode: communityCode.value, ageBand: ageBand.value });
      saved.value = true;
    });

  const signOut = (everywhere = false) => run(() => me.signOut(everywhere));

  return { communityCode, ageBand, saved, busy, error, save, signOut };
}
