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
