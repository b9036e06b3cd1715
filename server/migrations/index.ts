import type { Migration } from "../src/core/migrations.ts";

/** Every change of what is stored since the first release, one file each, by name. */
export const migrations: readonly Migration[] = [];
