import type { Division, DivisionLevel, Grid } from "@gongzhi/shared/divisions";
import { writeRegister } from "../src/features/divisions/repository.ts";
import type { Address } from "../src/features/divisions/model.ts";
import addressSource from "./data/addresses.json" with { type: "json" };
import source from "./data/divisions.json" with { type: "json" };
import { outlineOf, pointIn } from "./grids.ts";

interface Node {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly children?: readonly Node[];
  readonly grids?: readonly { readonly code: string; readonly name: string; readonly households: number }[];
}

/** The source calls communities villages; everything else goes by our names. */
const levelOf = (level: string) => (level === "village" ? "community" : level) as DivisionLevel;

function withAllBelow(node: Node, parent: string | null): { divisions: Division[]; leaves: Node[] } {
  const { code, name, level, children = [] } = node;
  const below = children.map((child) => withAllBelow(child, code));
  return {
    divisions: [
      { code, name, level: levelOf(level), parent },
      ...below.flatMap(({ divisions }) => divisions),
    ],
    leaves: [...(node.grids ? [node] : []), ...below.flatMap(({ leaves }) => leaves)],
  };
}

const { divisions, leaves } = withAllBelow(source.tree as Node, null);

const grids: Grid[] = leaves
  .flatMap(({ code: communityCode, grids: own = [] }) =>
    own.map(({ code, name, households }) => ({ code, name, communityCode, households })),
  )
  .map((grid) => ({ ...grid, polygon: outlineOf(grid.code) }));

const codesOf = (level: DivisionLevel) =>
  divisions.filter((each) => each.level === level).map(({ code }) => code);
const names = new Map([...divisions, ...grids].map(({ code, name }) => [code, name]));

export const towns = codesOf("town");
export const communities = codesOf("community");
export const gridCodes = grids.map(({ code }) => code);

/** What a division or grid of the demonstration is called. */
export const nameOf = (code: string): string => names.get(code) ?? code;

/** The sample addresses name their community; each lies in one of its grids. */
const addressGrids: Readonly<Record<string, string>> = {
  "9901020010010018000030205019": "990102001001001",
  "9901020010010018000030206021": "990102001001001",
  "9901020010030006000010000001": "990102001003801",
  "9901020020010022000000000007": "990102002001001",
  "9901021002010001000450000008": "990102100201001",
};

const addresses: Address[] = addressSource.addresses.map(
  ({ addressCode, division, standard, aliases }, at) => {
    const gridCode = addressGrids[addressCode] ?? gridCodes.find((code) => code.startsWith(division)) ?? "";
    return { addressCode, standard, aliases, gridCode, point: pointIn(gridCode, `address ${at}`) };
  },
);

/** Writes the demonstration's register: divisions, grids with their outlines, unified addresses. */
export const seedDivisions = (): Promise<void> => writeRegister({ divisions, grids, addresses });
