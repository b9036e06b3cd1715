import { computed, onScopeDispose, ref, watch } from "vue";
import { useMeStore } from "../accounts/meStore.ts";
import { useCoalesced } from "../core/useCoalesced.ts";
import { usePages } from "../core/usePages.ts";
import { rooms } from "../live/rooms.ts";
import { usePlatform } from "../platform/services.ts";
import type { CaseSummary } from "./model.ts";
import { REFRESH_MS } from "./useCaseList.ts";

interface QueuePage {
  items: CaseSummary[];
  next: string | null;
  yours: number;
  all: number;
}

/** A worker's queue: what is due next on top, new cases arriving by themselves. */
export function useQueue() {
  const { client, live } = usePlatform();
  const me = useMeStore();
  const which = ref<"yours" | "all">("yours");
  /** Counts the cases that arrived while this screen was open, for a sound or a badge. */
  const arrived = ref(0);

  const pages = usePages<CaseSummary, QueuePage>(
    (at) => client.cases.queue({ ...at, which: which.value }),
    40,
  );

  const refresh = useCoalesced(pages.refresh, REFRESH_MS / 4);
  let leave: (() => void)[] = [];
  const stops = [
    live.on("case.reported", () => {
      arrived.value += 1;
      refresh();
    }),
    live.on("case.moved", refresh),
    live.onCatchUp(refresh),
  ];
  onScopeDispose(() => [...stops, ...leave].forEach((stop) => stop()));

  watch(
    () => me.me?.posts,
    (posts) => {
      leave.forEach((stop) => stop());
      leave = (posts ?? []).map((post) => live.watch(rooms.division(post.territory)));
    },
    { immediate: true },
  );
  watch(
    [which, () => me.me?.id],
    () => {
      if (me.isWorker) void pages.load();
    },
    { immediate: true },
  );

  return {
    ...pages,
    which,
    arrived,
    counts: computed(() => ({ yours: pages.last.value?.yours ?? 0, all: pages.last.value?.all ?? 0 })),
  };
}
