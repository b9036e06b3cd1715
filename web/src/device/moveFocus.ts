import { nextTick } from "vue";

/**
 * Moves the focus to the heading of what has just come on the screen, so that keyboard and screen reader go on from
 * there; to the region itself where there is no heading yet. A part of a page is also scrolled to its beginning.
 */
export async function moveFocus(within = "#main"): Promise<void> {
  await nextTick();
  const region = document.querySelector<HTMLElement>(within);
  const heading = region?.querySelector<HTMLElement>("[data-heading]");
  (heading ?? region)?.focus({ preventScroll: true });
  if (within !== "#main") region?.scrollIntoView({ block: "start" });
}
