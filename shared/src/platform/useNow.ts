import { onScopeDispose, readonly, shallowRef } from "vue";
import { usePlatform } from "./services.ts";

/** The present moment for whatever counts down on a screen; it moves every `ms`. */
export function useNow(ms = 20_000) {
  const { platform } = usePlatform();
  const now = shallowRef(platform.now());
  const ticking = setInterval(() => (now.value = platform.now()), ms);
  onScopeDispose(() => clearInterval(ticking));
  return readonly(now);
}
