import { computed, onScopeDispose, ref, shallowReactive, watch } from "vue";
import { useMeStore } from "../accounts/meStore.ts";
import type { CaseId } from "../core/index.ts";
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
  /** A part of the worker's area; null for all of it. */
  const division = ref<string | null>(null);
  /** The cases that came onto the list by themselves and were not looked at yet. */
  const unseen = shallowReactive(new Set<CaseId>());
  /** The latest of them, for a sound, a badge or an announcement. */
  const arrival = ref<CaseSummary | null>(null);

  const pages = usePages<CaseSummary, QueuePage>(
    (at) =>
      client.cases.queue({
        ...at,
        which: which.value,
        ...(division.value && { division: division.value }),
      }),
    40,
  );

  const refresh = useCoalesced(() => {
    if (me.isWorker) pages.refresh();
  }, REFRESH_MS / 4);
  const heard = new Set<CaseId>();
  const changed = ({ caseId }: { caseId: CaseId }) => {
    heard.add(caseId);
    refresh();
  };
  let leave: (() => void)[] = [];
  const stops = [live.on("case.reported", changed), live.on("case.moved", changed), live.onCatchUp(refresh)];
  onScopeDispose(() => [...stops, ...leave].forEach((stop) => stop()));

  /** A case is new to the list when something happened to it and it was not there before. */
  watch(pages.items, (items, before) => {
    const known = new Set(before.map(({ id }) => id));
    for (const kase of items) {
      if (!heard.delete(kase.id) || known.has(kase.id)) continue;
      unseen.add(kase.id);
      arrival.value = kase;
    }
  });

  watch(
    () => me.me?.posts,
    (posts) => {
      leave.forEach((stop) => stop());
      leave = (posts ?? []).map((post) => live.watch(rooms.division(post.territory)));
    },
    { immediate: true },
  );
  watch(
    [which, division, () => me.me?.id],
    () => {
      heard.clear();
      unseen.clear();
      if (me.isWorker) void pages.load();
    },
    { immediate: true },
  );

  return {
    ...pages,
    refresh,
    which,
    division,
    unseen,
    arrival,
    /** The reader has looked at it. */
    seen: (caseId: CaseId) => void unseen.delete(caseId),
    counts: computed(() => ({ yours: pages.last.value?.yours ?? 0, all: pages.last.value?.all ?? 0 })),
  };
}
