import { computed, shallowRef } from "vue";
import { useTask } from "./useTask.ts";

interface PageOf<Item> {
  items: Item[];
  next: string | null;
}

/** A list that is read page by page; reading it anew keeps as many pages as are on the screen. */
export function usePages<Item, Page extends PageOf<Item>>(
  read: (at: { after?: string; limit: number }) => Promise<Page>,
  pageSize = 20,
) {
  const { busy, error, run } = useTask();
  const items = shallowRef<readonly Item[]>([]);
  const last = shallowRef<Page | null>(null);
  let asked = 0;

  /** Reads from the beginning; a reply that was overtaken by a newer question is dropped. */
  async function reload(): Promise<void> {
    const question = ++asked;
    const limit = Math.min(100, Math.max(pageSize, items.value.length));
    const page = await read({ limit });
    if (question !== asked) return;
    items.value = page.items;
    last.value = page;
  }

  /** Asked again while still reading, it starts over: what is asked for may have changed meanwhile. */
  const load = () => (busy.value ? reload().catch(() => undefined) : run(reload));

  const more = () =>
    run(async () => {
      const after = last.value?.next;
      if (!after) return;
      const question = ++asked;
      const page = await read({ after, limit: pageSize });
      if (question !== asked) return;
      items.value = [...items.value, ...page.items];
      last.value = page;
    });

  return {
    items,
    last,
    loading: busy,
    error,
    /** Nothing was read yet: neither a list nor that there is none. */
    fresh: computed(() => last.value === null),
    hasMore: computed(() => last.value?.next != null),
    load,
    /** Like `load`, but silent: for what happens behind the reader's back. */
    refresh: () => void reload().catch(() => undefined),
    more,
  };
}
