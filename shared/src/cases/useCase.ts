import { computed, onScopeDispose, ref, watch } from "vue";
import { useMeStore } from "../accounts/meStore.ts";
import { useTask } from "../core/useTask.ts";
import type { CaseId } from "../core/index.ts";
import { rooms } from "../live/rooms.ts";
import { usePlatform } from "../platform/services.ts";
import { useCaseStore, type MoveInput } from "./store.ts";
import type { CaseMove } from "./workflow.ts";

/** One case on a screen: loaded, kept live, and everything the viewer may do with it. */
export function useCase(caseId: () => CaseId) {
  const { client, live } = usePlatform();
  const store = useCaseStore();
  const me = useMeStore();
  const loading = useTask();
  const acting = useTask();
  const phone = ref<string | null>(null);

  const load = () => loading.run(() => store.load(caseId()));

  let leave = () => {};
  watch(
    caseId,
    (id) => {
      leave();
      leave = live.watch(rooms.case(id));
      phone.value = null;
      void load();
    },
    { immediate: true },
  );
  // Somebody else, or the same person signed in anew, may see more or less of it.
  watch(
    () => me.me?.id,
    () => {
      store.forget();
      void load();
    },
  );
  const stopCatchingUp = live.onCatchUp(() => void load());
  onScopeDispose(() => {
    leave();
    stopCatchingUp();
  });

  /** Makes a move; whether it was made. */
  const perform = async (input: MoveInput): Promise<boolean> =>
    (await acting.run(async () => {
      await store.move(caseId(), input);
      return true;
    })) ?? false;

  const follow = (wanted: boolean) => acting.run(() => store.follow(caseId(), wanted));

  const openContact = (purpose: string) =>
    acting.run(async () => {
      phone.value = (await client.cases.openContact({ caseId: caseId(), purpose })).phone;
      await store.load(caseId());
    });

  const kase = computed(() => store.byId.get(caseId()));

  return {
    kase,
    moves: computed(() => (kase.value?.moves ?? []) as CaseMove[]),
    loading: loading.busy,
    loadError: loading.error,
    busy: acting.busy,
    error: acting.error,
    phone,
    load,
    perform,
    follow,
    openContact,
  };
}
