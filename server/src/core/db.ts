import mongoose, { trusted, type Model } from "mongoose";

/** A database that answers. */
export interface Database {
  /** Resolves when the database answers; rejects when it does not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Where the database is, and whether it is the one inside this process. */
export interface DatabaseAddress {
  readonly uri: string;
  readonly embedded: boolean;
}

/**
 * Marks an operator in a filter as written by us: `{ dueAt: ours({ $lte: now }) }`. Every other object with a `$`
 * in a filter is taken for a value, so that nothing a client sent can become an operator.
 */
export const ours = <Operators extends object>(operators: Operators): Operators =>
  trusted(operators) as Operators;

mongoose.set({
  strictQuery: true,
  sanitizeFilter: true,
  autoIndex: false,
  autoCreate: false,
  bufferCommands: false,
});

/** Connects every model of the process. Nothing counts as written before it is in the journal. */
export async function openDatabase({ uri, embedded }: DatabaseAddress): Promise<Database> {
  await mongoose.connect(uri, {
    writeConcern: { w: embedded ? 1 : "majority", journal: true },
    serverSelectionTimeoutMS: 5_000,
    ...(embedded && { directConnection: true }),
  });
  const { connection } = mongoose;
  return {
    async ping() {
      await connection.db?.command({ ping: 1 }, { timeoutMS: 2_000 });
    },
    close: () => mongoose.disconnect(),
  };
}

/** Builds the indexes of every model, which are the last referee of uniqueness, and waits for them. */
export async function buildIndexes(): Promise<void> {
  for (const model of Object.values(mongoose.models) as Model<unknown>[]) await model.createIndexes();
}

const DUPLICATE_KEY = 11_000;

/** Whether a write was refused because a unique index already holds the key. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoServerError && error.code === DUPLICATE_KEY;
