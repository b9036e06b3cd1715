import type { Asked, Rect } from "../weapp/view.ts";

/** How the frame around a page looks: navigation bar, tab bar, what is behind the page. */
export interface Frame {
  readonly title: string;
  readonly barColor: string;
  readonly barInk: "black" | "white";
  readonly custom: boolean;
  readonly behind: string;
  readonly back: boolean;
  /** The place of the chosen tab; null where there is no tab bar. */
  readonly tab: number | null;
}

/** The tab bar in the colours of one theme. */
export interface TabBar {
  readonly color: string;
  readonly chosen: string;
  readonly background: string;
  readonly edge: string;
  readonly tabs: readonly Tab[];
}

/** One tab as it is drawn. */
export interface Tab {
  readonly text: string;
  readonly icon: string;
  readonly chosenIcon: string;
  readonly badge: string | null;
}

/** What the logic side tells the screen, in order. */
export type ToScreen =
  | { kind: "open"; page: number; route: string; data: Readonly<Record<string, unknown>>; handlers: string[] }
  | { kind: "data"; page: number; changes: Readonly<Record<string, unknown>> }
  | { kind: "turn"; page: number; frame: Frame; tabBar: TabBar | null }
  | { kind: "remove"; page: number }
  | { kind: "clear" }
  | { kind: "scrollTo"; top: number }
  | { kind: "toast"; text: string; icon: string; ms: number }
  | { kind: "calm" };

/** What happened on the screen. */
export type ToLogic =
  | { kind: "event"; page: number; handler: string; event: unknown }
  | { kind: "scroll"; page: number; top: number }
  | { kind: "bottom"; page: number }
  | { kind: "tab"; text: string }
  | { kind: "back" }
  | { kind: "problem"; text: string };

/** A question the screen answers when somebody has tapped. */
export type Dialog =
  | {
      kind: "modal";
      title: string;
      content: string;
      cancel: string | null;
      confirm: string;
      editable: boolean;
    }
  | { kind: "sheet"; items: readonly string[] };

/** What a compiled package becomes for the screen. */
export interface ScreenPackage {
  /** The program glass-easel's compiler made of all templates. */
  readonly templates: string;
  /** The JSON of each page and component, by its path. */
  readonly configs: Readonly<
    Record<string, { component?: boolean; usingComponents?: Record<string, string> }>
  >;
  /** The style sheet of each page, by its route. */
  readonly styles: Readonly<Record<string, string>>;
}

declare global {
  interface Window {
    /** The package, put there before the screen starts. */
    screenPackage: ScreenPackage;
    receive(message: ToScreen): void;
    ask(dialog: Dialog): Promise<boolean | string | number | null>;
    measure(asked: readonly Asked[]): (Rect | Rect[] | null)[];
    toLogic(message: ToLogic): Promise<void>;
  }
}
