import { onScopeDispose } from "vue";

/**
 * Runs `work` soon after it is asked for, however often it is asked for: at once, then at most once in `ms`, and
 * always once after the last request. Ends with the scope it was made in.
 */
export function useCoalesced(work: () => void, ms: number): () => void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  onScopeDispose(() => clearTimeout(resting));

  function run(): void {
    again = false;
    resting = setTimeout(() => {
      resting = undefined;
      if (again) run();
    }, ms);
    work();
  }

  return () => {
    if (resting === undefined) run();
    else again = true;
  };
}
