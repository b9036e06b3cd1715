import type { WxNode } from "./wxml.ts";

/** An element and what it is inside of, innermost first. */
export interface Found {
  readonly node: WxNode;
  readonly parents: readonly WxNode[];
}

/** Every element that fits, in the order of the page. */
export function findAll(root: WxNode, fits: (node: WxNode) => boolean): Found[] {
  const found: Found[] = [];
  const look = (node: WxNode, parents: readonly WxNode[]): void => {
    if (fits(node)) found.push({ node, parents });
    for (const child of node.children) if (typeof child !== "string") look(child, [node, ...parents]);
  };
  look(root, []);
  return found;
}

/** The words inside an element. */
export const textOf = (node: WxNode | string): string =>
  typeof node === "string" ? node : node.children.map(textOf).join("");

export const hasClass =
  (name: string) =>
  ({ attributes }: WxNode): boolean =>
    String(attributes.class ?? "")
      .split(/\s+/)
      .includes(name);

/** The innermost elements whose words are exactly these. */
export function findByText(root: WxNode, words: string): Found[] {
  const saysIt = (node: WxNode | string) => typeof node !== "string" && textOf(node).trim() === words;
  return findAll(root, (node) => saysIt(node) && !node.children.some(saysIt));
}

/** Finds things on what is shown. */
export abstract class Screen {
  /** What the phone shows of the page on top. */
  abstract get root(): WxNode;

  all(fits: (node: WxNode) => boolean): WxNode[] {
    return findAll(this.root, fits).map(({ node }) => node);
  }

  byClass(name: string): WxNode[] {
    return this.all(hasClass(name));
  }

  byText(words: string): WxNode[] {
    return findByText(this.root, words).map(({ node }) => node);
  }

  /** The element with this id; throws where there is none. */
  $(id: string): WxNode {
    return this.find(id).node;
  }

  has(id: string): boolean {
    return findAll(this.root, ({ attributes }) => attributes.id === id).length > 0;
  }

  /** The words of an element, by itself or by its id; of the whole page without one. */
  text(of: WxNode | string = this.root): string {
    return textOf(typeof of === "string" ? this.$(of) : of);
  }

  /** An element with what it is inside of. */
  protected find(id: string): Found {
    const [found] = findAll(this.root, ({ attributes }) => attributes.id === id);
    if (!found) throw new Error(`no element #${id}; the page says: ${this.text()}`);
    return found;
  }
}
