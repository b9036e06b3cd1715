import { inject, type App, type InjectionKey } from "vue";
import { useDemo } from "@gongzhi/shared/accounts/ui";
import { useStart } from "@gongzhi/shared/platform/ui";

type Start = ReturnType<typeof useStart>;
const startKey: InjectionKey<Start> = Symbol("start");

/** Prepares the start of the app for all of its pages; answers what begins it. */
export function beginIn(app: App): () => void {
  const start = app.runWithContext(useStart);
  const demo = app.runWithContext(useDemo);
  app.provide(startKey, start);
  return () => {
    void start.start();
    void demo.load();
  };
}

/** How far the app has started: pages show nothing before it is ready. */
export function useStarting(): Start {
  const start = inject(startKey);
  if (!start) throw new Error("useStarting was called before the app began");
  return start;
}
