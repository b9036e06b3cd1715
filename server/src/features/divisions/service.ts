import type { z } from "zod";
import {
  addressIndex,
  isWithin,
  locateGrid,
  searchAddresses,
  type AddressIndex,
  type divisionApi,
  type Grid,
} from "@gongzhi/shared/divisions";
import type { Report } from "@gongzhi/shared/cases";
import { fail } from "../../core/fail.ts";
import type { Call } from "../../core/serve.ts";
import type { Address } from "./model.ts";
import type { Register } from "./repository.ts";

/** From this likeness on an address names the whole place and not only a part of it. */
const SURE = 0.8;

type Shown = z.input<typeof divisionApi.register.reply>;

interface Loaded {
  readonly register: Register;
  readonly shown: Shown;
  readonly names: ReadonlyMap<string, string>;
  readonly grids: ReadonlyMap<string, Grid>;
  readonly addresses: AddressIndex<Address>;
}

/** The register of divisions: who lies in whom, where a place is, and what a code is called. */
export const divisionService = ({ readRegister }: { readRegister: () => Promise<Register> }) => {
  let loaded: Promise<Loaded> | null = null;

  /** The register changes at start-up only, by seeds and migrations, so it is read once. */
  function load(): Promise<Loaded> {
    loaded ??= readRegister().then(index);
    // A failed reading must not be remembered, nor one from before the seeds.
    loaded.then(
      ({ grids }) => grids.size === 0 && (loaded = null),
      () => (loaded = null),
    );
    return loaded;
  }

  return {
    /** The same object until the register is read again. */
    register: async (_: Call<typeof divisionApi.register>): Promise<Shown> => (await load()).shown,

    async findAddress({ input }: Call<typeof divisionApi.findAddress>) {
      const found = searchAddresses(input.text, (await load()).addresses);
      return { matches: found.map(({ address }) => address) };
    },

    /**
     * The grid of a place: the one its point lies in, else that of the unified address it names, else the one
     * that was picked. The outlines are the authority; a picked grid only stands in where there is nothing better.
     */
    async locate({ point, address, gridCode }: Report["place"]): Promise<string> {
      const { register, addresses, grids } = await load();
      if (!point && !address && !gridCode) fail("case.place_needed");
      const inside = point && locateGrid(point, register.grids);
      if (inside) return inside;
      const [known] = address ? searchAddresses(address, addresses) : [];
      if (known && known.score >= SURE) return known.address.gridCode;
      return gridCode && grids.has(gridCode) ? gridCode : fail("division.outside");
    },

    /** What a division or grid is called; its code where the register does not know it. */
    nameOf: async (code: string): Promise<string> => (await load()).names.get(code) ?? code,

    /** The communities of a division, or the community itself, in the order of their codes. */
    async communitiesIn(territory: string): Promise<string[]> {
      const { divisions } = (await load()).register;
      const inside = divisions.filter(
        ({ code, level }) => level === "community" && isWithin(code, territory),
      );
      return inside.map(({ code }) => code);
    },

    /** Whether the register has this division or grid. */
    knows: async (code: string): Promise<boolean> => (await load()).names.has(code),
  };
};
export type DivisionService = ReturnType<typeof divisionService>;

function index(register: Register): Loaded {
  const { divisions, grids } = register;
  return {
    register,
    shown: { divisions: [...divisions], grids: [...grids] },
    names: new Map([...divisions, ...grids].map(({ code, name }) => [code, name])),
    grids: new Map(grids.map((grid) => [grid.code, grid])),
    addresses: addressIndex(register.addresses),
  };
}
