import { inject, provide, type InjectionKey } from "vue";
import { useQueue } from "@gongzhi/shared/cases/ui";

/** The worker's queue. */
export type Queue = ReturnType<typeof useQueue>;

const queueKey: InjectionKey<Queue> = Symbol("queue");

/** Opens the queue for the whole workbench: it goes on listening whatever page is on the screen. */
export function openQueue(): Queue {
  const queue = useQueue();
  provide(queueKey, queue);
  return queue;
}

/** The queue the workbench has open. */
export function useOpenQueue(): Queue {
  const queue = inject(queueKey);
  if (!queue) throw new Error("useOpenQueue was called outside the workbench");
  return queue;
}
