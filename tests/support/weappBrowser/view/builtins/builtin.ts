/** A built-in element on the screen, as its drawing code sees it. */
export interface Part {
  /** The `wx-…` element in the page. */
  readonly host: HTMLElement;
  /** A property as the template gave it. */
  get(property: string): unknown;
  /** Tells the template's `bind…`. */
  fire(event: string, detail: unknown, bubbles?: boolean): void;
}

/** How a built-in element is drawn and what it tells. */
export interface Builtin {
  /** Properties beside `id`, `class` and `style`; each is also written to the host as an attribute. */
  readonly properties: readonly string[];
  /** Called once, when the element is on the page; answers what to do when a property has changed. */
  readonly draw?: (part: Part) => (() => void) | void;
}

/** Adds a browser element inside the host. */
export function inside<Tag extends keyof HTMLElementTagNameMap>(
  host: HTMLElement,
  tag: Tag,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  host.append(element);
  return element;
}

/** The part that stands for an element drawn earlier: groups look for their members this way. */
export const partOf = new WeakMap<Element, Part>();
