import { ref, watch } from "vue";
import { useRoute } from "vue-router";
import { useCaseWords } from "@gongzhi/shared/cases/ui";
import { useChime } from "./chimeStore.ts";
import type { Queue } from "./useOpenQueue.ts";

/** Tells of what arrives: in words for a screen reader, in the browser's title, and by a sound if wanted. */
export function useArrivals(queue: Queue) {
  const { t, title, locale } = useCaseWords();
  const route = useRoute();
  const chime = useChime();
  const announcement = ref("");

  watch(queue.arrival, (kase) => {
    if (!kase) return;
    announcement.value = t("case.queue.new", { title: title(kase) });
    chime.play();
  });

  // After the router has written its own title.
  watch(
    [() => queue.counts.value.yours, () => route.fullPath, locale],
    ([waiting]) => {
      const name = t(route.meta.title ?? "nav.workbench");
      document.title = `${waiting > 0 ? `(${waiting}) ` : ""}${name} · ${t("app.name")}`;
    },
    { immediate: true, flush: "post" },
  );

  return announcement;
}
