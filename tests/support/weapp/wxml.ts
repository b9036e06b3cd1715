import { statSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { wxmlToJs } from "miniprogram-compiler";

/** What WeChat's compiler makes of an element. */
interface RawNode {
  readonly tag: string;
  readonly attr?: Readonly<Record<string, unknown>>;
  readonly children?: readonly (RawNode | string)[];
}
type Generate = (data: unknown) => RawNode;

/** An element as the phone would show it. */
export interface WxNode {
  /** Without WeChat's `wx-`: view, text, button … */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly children: readonly (WxNode | string)[];
}

const compiled = new Map<string, string>();

/** Compiles the templates of a dist with WeChat's own compiler; throws what it finds wrong in them. */
function compile(dist: string): string {
  const key = `${dist} ${statSync(path.join(dist, "app.json")).mtimeMs}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const code = wxmlToJs(dist);
  compiled.set(key, code);
  return code;
}

/** The templates of a dist, ready to be filled with a page's data. */
export class Templates {
  /** What the templates complain of while they are filled: one that does not exist, for instance. */
  readonly warnings: string[] = [];
  readonly #parse: (text: string) => unknown;
  readonly #generatorOf: (file: string) => Generate;

  constructor(dist: string) {
    const warn = (...words: unknown[]) => this.warnings.push(words.join(" "));
    // The compiler's program keeps things in global variables: each one runs in a world of its own.
    const world = vm.createContext({
      window: {},
      __wxAppCode__: {},
      console: { log: warn, warn, error: warn },
    });
    this.#parse = vm.runInContext("(text) => JSON.parse(text)", world) as (text: string) => unknown;
    this.#generatorOf = vm.runInContext(`(() => {${compile(dist)}})()`, world) as (file: string) => Generate;
  }

  /** The elements of a page, from its data. */
  fill(route: string, data: unknown): WxNode {
    // The program copies only objects of its own world.
    return this.#element(this.#generatorOf(`${route}.wxml`)(this.#parse(JSON.stringify(data))));
  }

  #element(raw: RawNode): WxNode {
    const attributes = raw.attr ?? {};
    // Past its deepest template level Taro goes on in a component of its own.
    const inner = raw.tag === "wx-comp" ? this.#generatorOf("comp.wxml")(attributes).children : raw.children;
    return {
      tag: raw.tag.replace(/^wx-/, ""),
      attributes,
      children: (inner ?? []).map((child) => (typeof child === "string" ? child : this.#element(child))),
    };
  }
}
