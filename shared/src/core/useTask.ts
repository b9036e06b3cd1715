import { ref } from "vue";
import { errorCodeOf } from "./appError.ts";

/** Runs one thing at a time and keeps what a view needs to show of it: busy, and the error's code. */
export function useTask() {
  const busy = ref(false);
  const error = ref<string | null>(null);

  /** Runs `work`; answers its result, or undefined when it failed or another run is under way. */
  async function run<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    if (busy.value) return undefined;
    busy.value = true;
    error.value = null;
    try {
      return await work();
    } catch (cause) {
      error.value = errorCodeOf(cause);
      return undefined;
    } finally {
      busy.value = false;
    }
  }

  return { busy, error, run };
}
