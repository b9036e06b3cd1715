import type { Found } from "./screen.ts";
import type { WxNode } from "./wxml.ts";

/** What the handler of an event is called with. */
export interface WxEvent {
  readonly type: string;
  readonly timeStamp: number;
  readonly target: Target;
  readonly currentTarget: Target;
  readonly detail: unknown;
  readonly touches: readonly unknown[];
  readonly changedTouches: readonly unknown[];
  readonly mark: Readonly<Record<string, unknown>>;
}
interface Target {
  readonly id: string;
  readonly dataset: Readonly<Record<string, unknown>>;
  readonly offsetLeft: number;
  readonly offsetTop: number;
}

const BUBBLING = ["tap", "longpress", "longtap", "touchstart", "touchmove", "touchend", "touchcancel"];

/** Which handlers an event reaches, in order, and with what; throws where nobody would hear it. */
export function handlersOf({ node, parents }: Found, type: string, detail: unknown): [string, WxEvent][] {
  const name = node.attributes.id ? `#${String(node.attributes.id)}` : `<${node.tag}>`;
  if (isOff(node.attributes.disabled)) throw new Error(`${name} is disabled`);
  const handlers: [string, WxEvent][] = [];
  for (const current of BUBBLING.includes(type) ? [node, ...parents] : [node]) {
    const caught = bindingOf(current, "catch", type);
    const handler = caught ?? bindingOf(current, "bind", type);
    if (handler === undefined) continue;
    handlers.push([handler, { ...blank, type, timeStamp: Date.now(), detail, ...targets(node, current) }]);
    if (caught !== undefined) break;
  }
  if (handlers.length === 0) throw new Error(`${name} has no ${type} binding`);
  return handlers;
}

const blank = { touches: [], changedTouches: [], mark: {} };
const isOff = (disabled: unknown): boolean => disabled !== undefined && disabled !== false && disabled !== "";

function bindingOf({ attributes }: WxNode, how: "bind" | "catch", type: string): string | undefined {
  const handler = attributes[how + type] ?? attributes[`${how}:${type}`];
  return typeof handler === "string" && handler !== "" ? handler : undefined;
}

const targets = (node: WxNode, current: WxNode) => ({
  target: targetOf(node),
  currentTarget: targetOf(current),
});

function targetOf({ attributes }: WxNode): Target {
  const data = Object.entries(attributes).filter(([name]) => name.startsWith("data-"));
  const dataset = Object.fromEntries(data.map(([name, value]) => [camel(name.slice(5)), value]));
  return { id: String(attributes.id ?? ""), dataset, offsetLeft: 0, offsetTop: 0 };
}

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
