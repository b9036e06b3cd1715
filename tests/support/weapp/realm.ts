import { readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";

/** What WeChat hands to each file of a mini program. */
export interface RealmGlobals {
  wx: Record<string, unknown>;
  console: Record<string, unknown>;
  App(config: Config): void;
  Page(route: string, config: Config): void;
  Component(route: string, config: Config): void;
  getApp(): unknown;
  getCurrentPages(): unknown[];
}

/** What a mini program registers by App(), Page() or Component(). */
export type Config = Record<string, unknown>;

// WeChat wraps every file in a function whose parameters of these names are never filled.
const HIDDEN = [
  ...["window", "document", "frames", "self", "location", "navigator", "localStorage", "history", "Caches"],
  ...[
    "screen",
    "alert",
    "confirm",
    "prompt",
    "fetch",
    "XMLHttpRequest",
    "WebSocket",
    "webkit",
    "WeixinJSCore",
  ],
  ...["Reporter", "URL", "DOMParser", "process", "Buffer", "globalThis", "global"],
];
// Part of Node's JavaScript, but missing in the one or the other phone's WeChat.
const MISSING = ["Intl", "WebAssembly", "SharedArrayBuffer", "Atomics"];

type Module = { exports: unknown };
type Wrapped = (require: (id: string) => unknown, module: Module, exports: unknown) => void;

/** The sandbox of one running app: its own world of objects, no browser, no Node, no code made from text. */
export class Realm {
  readonly #dist: string;
  readonly #context: vm.Context;
  readonly #modules = new Map<string, Module>();
  readonly #timers = new Map<number, NodeJS.Timeout>();
  readonly #complain: (error: unknown) => void;
  readonly #parse: (text: string) => unknown;
  readonly #bytes: (length: number) => ArrayBuffer;
  readonly #error: (message: string) => Error;
  #loading = "";
  #timersMade = 0;
  #closed = false;

  constructor(dist: string, globals: RealmGlobals, complain: (error: unknown) => void) {
    this.#dist = dist;
    this.#complain = complain;
    this.#context = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } });
    const inside = <Value>(code: string) => vm.runInContext(code, this.#context) as Value;
    for (const name of MISSING) inside(`delete globalThis.${name}`);
    this.#parse = inside("(text) => JSON.parse(text)");
    this.#bytes = inside("(length) => new ArrayBuffer(length)");
    this.#error = inside("(message) => new Error(message)");
    Object.assign(this.#context, {
      ...globals,
      ...this.#timerFunctions(),
      Page: (config: Config) => globals.Page(this.#loading, config),
      Component: (config: Config) => globals.Component(this.#loading, config),
      Behavior: (config: Config) => config,
      __wxConfig: {},
    });
  }

  /** Loads a file of the mini program as `require` does there. */
  require(id: string, folder = ""): unknown {
    const file = `${path.posix.join(folder, id).replace(/\.js$/, "")}.js`;
    const known = this.#modules.get(file);
    if (known) return known.exports;
    const module: Module = { exports: {} };
    this.#modules.set(file, module);
    const whole = path.join(this.#dist, file);
    const code = `(function(require,module,exports,${HIDDEN.join(",")}){${readFileSync(whole, "utf8")}\n})`;
    const wrapped = vm.runInContext(code, this.#context, { filename: whole }) as Wrapped;
    const outer = this.#loading;
    this.#loading = file.replace(/\.js$/, "");
    try {
      wrapped((inner) => this.require(inner, path.posix.dirname(file)), module, module.exports);
    } finally {
      this.#loading = outer;
    }
    return module.exports;
  }

  /** Runs code of the mini program and keeps what it throws. */
  guard(work: () => void): void {
    if (this.#closed) return;
    try {
      work();
    } catch (error) {
      this.#complain(error);
    }
  }

  /** Runs `work` later unless the app has ended by then. */
  later(work: () => void, ms = 0): number {
    const id = ++this.#timersMade;
    if (this.#closed) return id;
    const timer = setTimeout(() => {
      this.#timers.delete(id);
      this.guard(work);
    }, ms);
    this.#timers.set(id, timer);
    return id;
  }

  /** A copy that belongs to the mini program's world; functions and what holds them stay as they are. */
  give<Value>(value: Value): Value {
    return this.#copy(value) as Value;
  }

  /** Ends every timer; nothing of the app runs afterwards. */
  close(): void {
    this.#closed = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #copy(value: unknown): unknown {
    if (value === null || typeof value !== "object") return value;
    if (value instanceof Error) return this.#error(value.message);
    if (value instanceof ArrayBuffer) {
      const copy = this.#bytes(value.byteLength);
      new Uint8Array(copy).set(new Uint8Array(value));
      return copy;
    }
    const copy = this.#parse(Array.isArray(value) ? "[]" : "{}") as Record<string, unknown>;
    for (const [key, inner] of Object.entries(value)) copy[key] = this.#copy(inner);
    return copy;
  }

  #timerFunctions() {
    const clear = (id: number | undefined) => {
      if (id === undefined) return;
      clearTimeout(this.#timers.get(id));
      this.#timers.delete(id);
    };
    const again = (work: () => void, ms: number, id: number) => {
      if (this.#closed) return;
      const next = () => {
        again(work, ms, id);
        this.guard(work);
      };
      this.#timers.set(id, setTimeout(next, ms));
    };
    return {
      setTimeout: (work: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) =>
        this.later(() => work(...args), ms),
      setInterval: (work: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
        const id = ++this.#timersMade;
        again(() => work(...args), ms, id);
        return id;
      },
      clearTimeout: clear,
      clearInterval: clear,
    };
  }
}
