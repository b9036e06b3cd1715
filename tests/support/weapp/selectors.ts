import type { Host } from "./host.ts";
import type { Asked, View } from "./view.ts";

type Heard = ((result: unknown) => void) | undefined;

/** wx.createSelectorQuery over whatever draws the page. */
export function selectorApis(host: Host, measure: View["measure"]): Record<string, unknown> {
  const createSelectorQuery = () => {
    const asked: (Asked & { hear: Heard })[] = [];
    const ask = (selector: string, all: boolean) => {
      const add = (hear?: Heard) => {
        asked.push({ selector, all, hear });
        return query;
      };
      const later = (_fields: unknown, hear?: Heard) => add(hear);
      return { boundingClientRect: add, scrollOffset: add, node: add, context: add, fields: later };
    };
    const query = {
      in: () => query,
      select: (selector: string) => ask(selector, false),
      selectAll: (selector: string) => ask(selector, true),
      selectViewport: () => ask("page", false),
      exec(hear?: Heard) {
        void measure(asked.map(({ selector, all }) => ({ selector, all }))).then((rects) => {
          const answers = rects.map((rect) => host.give(rect));
          asked.forEach((each, at) => host.guard(() => each.hear?.(answers[at])));
          host.guard(() => hear?.(host.give(answers)));
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
