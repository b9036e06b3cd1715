import mongoose, { model, Schema } from "mongoose";
import type { Logger } from "./log.ts";

/** A change of what is stored, made once. */
export interface Migration {
  /** `2026-01-31-what-changes`: names sort in the order of the changes. */
  readonly name: string;
  /** Must bear being run again after it was interrupted. */
  up(db: mongoose.mongo.Db): Promise<void>;
}

const MigrationModel = model(
  "Migration",
  new Schema<{ _id: string; at: Date }>(
    { _id: String, at: Date },
    { collection: "migrations", versionKey: false },
  ),
);

/**
 * Makes the changes that were not made yet, in the order of their names, and records each.
 * @throws where the database was changed by a newer version of the program, which this one would not understand.
 */
export async function migrate(migrations: readonly Migration[], now: Date, log: Logger): Promise<void> {
  const { db } = mongoose.connection;
  if (!db) throw new Error("migrate needs an open database");
  const made = new Set((await MigrationModel.find().lean()).map(({ _id }) => _id));

  const known = new Set(migrations.map(({ name }) => name));
  const newer = [...made].filter((name) => !known.has(name));
  if (newer.length > 0) {
    throw new Error(
      `数据库由更新的版本使用过（${newer.join("、")}），请使用该版本。\n` +
        `The database was used by a newer version of the program (${newer.join(", ")}): use that one.`,
    );
  }

  const order = [...migrations].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, up } of order.filter((each) => !made.has(each.name))) {
    await up(db);
    await MigrationModel.updateOne({ _id: name }, { $setOnInsert: { at: now } }, { upsert: true });
    log.info({ migration: name }, "the database was brought up to date");
  }
}
