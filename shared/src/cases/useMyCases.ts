import { onScopeDispose, ref, watch } from "vue";
import { useMeStore } from "../accounts/meStore.ts";
import { useCoalesced } from "../core/useCoalesced.ts";
import { usePages } from "../core/usePages.ts";
import { usePlatform } from "../platform/services.ts";
import type { CaseSummary } from "./model.ts";
import { useOutbox } from "./outboxStore.ts";
import { REFRESH_MS } from "./useCaseList.ts";

/** The resident's own and followed cases, live; those that wait for the resident come first. */
export function useMyCases() {
  const { client, live } = usePlatform();
  const me = useMeStore();
  const outbox = useOutbox();
  const which = ref<"reported" | "followed">("reported");

  const pages = usePages<CaseSummary, { items: CaseSummary[]; next: string | null }>((at) =>
    client.cases.mine({ ...at, which: which.value }),
  );

  const refresh = useCoalesced(pages.refresh, REFRESH_MS);
  const stops = [live.on("case.reported", refresh), live.on("case.moved", refresh), live.onCatchUp(refresh)];
  onScopeDispose(() => stops.forEach((stop) => stop()));

  watch(
    [which, () => me.me?.id, () => outbox.entries.length],
    () => {
      if (me.isResident) void pages.load();
    },
    { immediate: true },
  );

  return { ...pages, which };
}
