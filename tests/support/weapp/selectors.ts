import type { Host } from "./host.ts";

const RECT = { left: 0, top: 0, right: 100, bottom: 40, width: 100, height: 40, scrollTop: 0, scrollLeft: 0 };

type Heard = ((result: unknown) => void) | undefined;

/** wx.createSelectorQuery where nothing is laid out: everything is 100 × 40 and at the top. */
export function fakeSelectors(host: Host): Record<string, unknown> {
  const createSelectorQuery = () => {
    const asked: { all: boolean; hear: Heard }[] = [];
    const ask = (all: boolean) => {
      const add = (hear?: Heard) => {
        asked.push({ all, hear });
        return query;
      };
      const later = (_fields: unknown, hear?: Heard) => add(hear);
      return { boundingClientRect: add, scrollOffset: add, node: add, context: add, fields: later };
    };
    const query = {
      in: () => query,
      select: () => ask(false),
      selectAll: () => ask(true),
      selectViewport: () => ask(false),
      exec(hear?: Heard) {
        host.later(() => {
          const answers = asked.map(({ all }) => host.give(all ? [RECT] : RECT));
          asked.forEach((each, at) => each.hear?.(answers[at]));
          hear?.(answers);
        });
      },
    };
    return query;
  };
  const createIntersectionObserver = () => {
    const observer = {
      relativeTo: () => observer,
      relativeToViewport: () => observer,
      observe() {},
      disconnect() {},
    };
    return observer;
  };
  return { createSelectorQuery, createIntersectionObserver };
}
