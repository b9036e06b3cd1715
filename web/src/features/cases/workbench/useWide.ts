import { onScopeDispose, readonly, ref } from "vue";

/** From this width on list and case stand side by side (Tailwind's `lg`). */
const WIDE = "(min-width: 64rem)";

/** Whether the window is wide enough for two columns, as it changes. */
export function useWide() {
  const query = window.matchMedia(WIDE);
  const wide = ref(query.matches);
  const follow = ({ matches }: MediaQueryListEvent) => (wide.value = matches);
  query.addEventListener("change", follow);
  onScopeDispose(() => query.removeEventListener("change", follow));
  return readonly(wide);
}
