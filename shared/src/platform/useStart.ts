import { ref } from "vue";
import { useMeStore } from "../accounts/meStore.ts";
import { useOutbox } from "../cases/outboxStore.ts";
import { errorCodeOf } from "../core/appError.ts";
import { useRegister } from "../divisions/registerStore.ts";
import { useCatalogue } from "../taxonomy/catalogueStore.ts";
import { usePlatform } from "./services.ts";

/**
 * Starts an app, once, in its root: who is here, what things are called and where places are, the live
 * connection, and whatever still waits to be sent. What the device remembers serves until the network answers,
 * so a second start works without one.
 */
export function useStart() {
  const { live } = usePlatform();
  const me = useMeStore();
  const catalogue = useCatalogue();
  const register = useRegister();
  const outbox = useOutbox();

  const ready = ref(catalogue.catalogue !== null && register.grids.length > 0);
  const error = ref<string | null>(null);

  async function start(): Promise<void> {
    error.value = null;
    live.resume();
    const results = await Promise.allSettled([me.load(), catalogue.load(), register.load()]);
    const failed = results.find((result) => result.status === "rejected");
    ready.value = catalogue.catalogue !== null && register.grids.length > 0;
    if (failed && !ready.value) error.value = errorCodeOf(failed.reason);
    void outbox.flush();
  }

  return { ready, error, start };
}
