import { onScopeDispose } from "vue";

/** What the keys of the queue do. */
export interface QueueKeys {
  /** The element that holds the rows; each row is a link. */
  list(): HTMLElement | null;
  back(): void;
  help(): void;
  /** Whether single letters count. */
  letters(): boolean;
}

/** Keys that mean something only while nothing is being written. */
const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest("input, textarea, select, [contenteditable], [role=dialog], dialog") !== null;

/** Moves through the rows with the arrows or J and K, and opens what the other keys stand for. */
export function useQueueKeys(keys: QueueKeys): void {
  function step(by: 1 | -1): void {
    const rows = [...(keys.list()?.querySelectorAll<HTMLElement>("a[data-row]") ?? [])];
    const focused = rows.indexOf(document.activeElement as HTMLElement);
    const from =
      focused >= 0 ? focused : rows.findIndex((row) => row.getAttribute("aria-current") === "page");
    const next = from < 0 ? (by > 0 ? 0 : rows.length - 1) : from + by;
    rows[next]?.focus();
  }

  function hear(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isWriting(event.target)) return;
    const inList = keys.list()?.contains(event.target as Node) ?? false;
    const action = actionOf(event.key, inList);
    if (!action || (event.key.length === 1 && !keys.letters())) return;
    event.preventDefault();
    if (action === "down") step(1);
    else if (action === "up") step(-1);
    else if (action === "lead") document.querySelector<HTMLElement>("[data-lead]")?.click();
    else keys[action]();
  }

  document.addEventListener("keydown", hear);
  onScopeDispose(() => document.removeEventListener("keydown", hear));
}

/** The arrows scroll a page, so they only count inside the list; letters count everywhere. */
function actionOf(key: string, inList: boolean): "down" | "up" | "lead" | "back" | "help" | null {
  if (key === "j" || (inList && key === "ArrowDown")) return "down";
  if (key === "k" || (inList && key === "ArrowUp")) return "up";
  if (key === "n") return "lead";
  if (key === "u" || key === "Escape") return "back";
  return key === "?" ? "help" : null;
}
