import type { WeappPage } from "./page.ts";
import type { Call } from "./phone.ts";

/** What createSelectorQuery asks about. */
export interface Asked {
  readonly selector: string;
  readonly all: boolean;
}

/** Where something is on the screen. */
export interface Rect {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
  readonly scrollTop: number;
  readonly scrollLeft: number;
}

/** Whoever draws a running app is told of its pages, in the order things happen. */
export interface View {
  opened(page: WeappPage): void;
  /** Another page is on top. */
  turned(page: WeappPage): void;
  removed(page: WeappPage): void;
  /** The app ended, and all its pages with it. */
  ended(): void;
  dataSent(page: WeappPage, changes: Readonly<Record<string, unknown>>): void;
  /** A `wx` function was called that may show something. */
  called(call: Call): void;
  measure(asked: readonly Asked[]): Promise<(Rect | Rect[] | null)[]>;
}

/** One setData: where, and what crossed from logic to screen. */
export interface DataSent {
  readonly route: string;
  readonly bytes: number;
  readonly changes: Readonly<Record<string, unknown>>;
}

const anywhere = { id: "", left: 0, top: 0, right: 100, bottom: 40, width: 100, height: 40 };
const still = { scrollTop: 0, scrollLeft: 0 };

/** Draws nothing; everything is 100 × 40 px at the top of the screen. */
export const noView: View = {
  opened() {},
  turned() {},
  removed() {},
  ended() {},
  dataSent() {},
  called() {},
  measure: async (asked) =>
    asked.map(({ all }) => (all ? [{ ...anywhere, ...still }] : { ...anywhere, ...still })),
};
