import { glassEasel, MiniProgramEnv, type CodeSpace } from "glass-easel-miniprogram-adapter";
import { toPixels } from "../toPixels.ts";
import { builtins } from "./builtins/index.ts";
import { partOf, type Part } from "./builtins/builtin.ts";
import { builtinNames } from "./builtins/names.ts";

/** What the browser itself tells that a template may listen to; the rest comes from the built-in elements. */
const FROM_BROWSER = [
  ...["tap", "touchstart", "touchmove", "touchend", "touchcancel"],
  ...["transitionend", "animationstart", "animationiteration", "animationend"],
];

/** A component instance as far as the screen uses it. */
export interface Instance {
  readonly _$: { getBackendElement(): unknown };
  readonly data: Readonly<Record<string, unknown>>;
  setData(changes: Readonly<Record<string, unknown>>): void;
  triggerEvent(name: string, detail: unknown, options: { bubbles?: boolean; composed?: boolean }): void;
}

/** The component engine with the package's templates and all built-in elements in it. */
export class Stage {
  readonly code: CodeSpace;
  readonly #backend: ReturnType<MiniProgramEnv["associateBackend"]>;

  constructor() {
    glassEasel.globalOptions.writeIdToDOM = true;
    // Taro's templates set every property WeChat knows; this screen knows fewer.
    glassEasel.addGlobalWarningListener((message) => !message.includes("is not a valid property"));
    const env = new MiniProgramEnv();
    this.code = env.createCodeSpace("", true);
    const context = new glassEasel.CurrentWindowBackendContext();
    context.document = {
      createElement: (tag: string) => createElement(tag),
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    } as unknown as typeof context.document;
    context.onEvent((target, type, detail, options) => {
      if (FROM_BROWSER.includes(type) && !isOff(target, type)) {
        target.dispatchEvent(new glassEasel.Event(type, detail, options));
      }
    });
    this.#backend = env.associateBackend(context);

    const { templates, configs } = window.screenPackage;
    const groups = new Function(`return ${templates}`)() as Record<string, unknown>;
    for (const [path, content] of Object.entries(groups)) {
      const template = { groupList: groups, content } as Parameters<CodeSpace["addCompiledTemplate"]>[1];
      this.code.addCompiledTemplate(path, template);
    }
    for (const [path, config] of Object.entries(configs)) this.code.addComponentStaticConfig(path, config);
    for (const name of builtinNames) this.#registerBuiltin(name);
  }

  /** Puts a page of the package into `parent`; answers its instance and how to take it away. */
  mount(route: string, parent: HTMLElement): { instance: Instance; release: () => void } {
    const root = this.#backend.createRoot("wx-page", this.code, route);
    const placeholder = document.createElement("div");
    parent.append(placeholder);
    root.attach(parent as never, placeholder as never);
    return { instance: root.get() as unknown as Instance, release: () => root.release() };
  }

  #registerBuiltin(name: (typeof builtinNames)[number]): void {
    const { properties, draw } = builtins[name];
    const path = `wx/${name}`;
    const watched = [...new Set([...properties, "checked"])];
    const followers = new WeakMap<object, () => void>();
    this.code.addComponentStaticConfig(path, { component: true, usingComponents: {} });
    this.code
      .component(path)
      .definition({
        properties: Object.fromEntries(
          watched.map((property) => [property, { type: null, value: undefined }]),
        ),
        observers: {
          "**"(this: Instance) {
            followers.get(this)?.();
          },
        },
        lifetimes: {
          attached(this: Instance) {
            const part = partFor(this);
            partOf.set(part.host, part);
            const follow = draw?.(part);
            const change = () => {
              reflect(part, properties);
              follow?.();
            };
            followers.set(this, change);
            change();
          },
        },
      })
      .register();
  }
}

const partFor = (instance: Instance): Part => ({
  host: instance._$.getBackendElement() as HTMLElement,
  get: (property) => instance.data[property],
  fire: (event, detail, bubbles = false) =>
    instance.triggerEvent(event, detail, { bubbles, composed: bubbles }),
});

/** Style sheets see the properties as attributes. */
function reflect({ host, get }: Part, properties: readonly string[]): void {
  for (const property of properties) {
    const value = get(property);
    const name = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (value === undefined || value === null || value === false || typeof value === "object")
      host.removeAttribute(name);
    else host.setAttribute(name, value === true ? "" : String(value));
  }
}

/** Built-in elements are `wx-…` in the page, and keep the ids and styles the templates gave them. */
function createElement(tag: string): HTMLElement {
  const isBuiltin = (builtinNames as readonly string[]).includes(tag);
  const element = document.createElement(isBuiltin ? `wx-${tag}` : tag);
  Object.defineProperty(element, "id", {
    get: () => element.getAttribute("id") ?? "",
    set: (id: string) => element.setAttribute("id", id.replace(/^.*?--/, "")),
  });
  element.setAttribute = (name: string, value: string) =>
    HTMLElement.prototype.setAttribute.call(
      element,
      name,
      name === "style" ? toPixels(value, innerWidth) : value,
    );
  return element;
}

/** A disabled button hears no taps. */
function isOff(target: { getBackendElement?: () => unknown }, type: string): boolean {
  const element = target.getBackendElement?.() as HTMLElement | undefined;
  return type === "tap" && element?.closest?.("wx-button[disabled]") != null;
}
