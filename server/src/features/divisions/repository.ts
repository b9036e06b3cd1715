import type { Division, Grid } from "@gongzhi/shared/divisions";
import { AddressModel, DivisionModel, GridModel, type Address } from "./model.ts";

/** The whole register as it is stored. */
export interface Register {
  readonly divisions: readonly Division[];
  readonly grids: readonly Grid[];
  readonly addresses: readonly Address[];
}

/** Every division, grid and unified address, in the order of their codes. */
export async function readRegister(): Promise<Register> {
  const [divisions, grids, addresses] = await Promise.all([
    DivisionModel.find().sort({ _id: 1 }).lean(),
    GridModel.find().sort({ _id: 1 }).lean(),
    AddressModel.find().sort({ _id: 1 }).lean(),
  ]);
  return {
    divisions: divisions.map(({ _id: code, ...division }) => ({ code, ...division })),
    grids: grids.map(({ _id: code, ...grid }) => ({ code, ...grid })),
    addresses: addresses.map(({ _id: addressCode, ...address }) => ({ addressCode, ...address })),
  };
}

/** Writes these divisions, grids and addresses over those of the same codes; the others stay. */
export async function writeRegister({ divisions, grids, addresses }: Register): Promise<void> {
  const replace = <Row extends object>(_id: string, row: Row) => ({
    replaceOne: { filter: { _id }, replacement: { _id, ...row }, upsert: true },
  });
  await DivisionModel.bulkWrite(divisions.map(({ code, ...row }) => replace(code, row)));
  await GridModel.bulkWrite(grids.map(({ code, ...row }) => replace(code, row)));
  await AddressModel.bulkWrite(addresses.map(({ addressCode, ...row }) => replace(addressCode, row)));
}
