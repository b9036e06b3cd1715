import { computed, ref, watch } from "vue";
import type { CaseView, TimelineView } from "./model.ts";

/**
 * What others did to a case while its reader had it open: the entries that came after those first shown, until the
 * reader has taken note. What the reader did is no news.
 */
export function useNews(kase: () => CaseView | undefined) {
  const seen = ref<number | null>(null);
  const shownId = ref<string | null>(null);

  watch(
    kase,
    (now) => {
      if (!now || now.id === shownId.value) return;
      shownId.value = now.id;
      seen.value = now.timeline.length;
    },
    { immediate: true },
  );

  const news = computed<readonly TimelineView[]>(() => {
    const now = kase();
    if (!now || seen.value === null || now.id !== shownId.value) return [];
    return now.timeline.slice(seen.value).filter((entry) => !entry.mine);
  });

  return { news, noted: () => (seen.value = kase()?.timeline.length ?? null) };
}
