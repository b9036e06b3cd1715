import type { GridLoad } from "@gongzhi/shared/cases";
import type { Grid } from "@gongzhi/shared/divisions";

/** A grid of the worker's area with what is open in it. */
export type GridRow = Omit<GridLoad, "gridCode"> & { readonly grid: Grid };

/** Where a grid's cases are shown: the queue, narrowed to it. */
export const queueOf = (gridCode: string) => ({ name: "workbench", query: { grid: gridCode, which: "all" } });
