import { BSON, MongoClient, type Collection } from "mongodb";

/** Opens the cases of a database for as long as `use` takes. */
async function withCases<Result>(uri: string, use: (cases: Collection) => Promise<Result>): Promise<Result> {
  const client = await new MongoClient(uri, { directConnection: true }).connect();
  try {
    return await use(client.db().collection("cases"));
  } finally {
    await client.close();
  }
}

/** A case as it is stored, written so that every type survives. */
export const someStoredCase = (uri: string): Promise<string> =>
  withCases(uri, async (cases) => BSON.EJSON.stringify(await cases.findOne({ status: "SUBMITTED" })));

/** How many cases are stored, and their mean size in bytes. */
export async function sizeOfCases(uri: string): Promise<{ many: number; bytes: number }> {
  const measure = { $group: { _id: null, many: { $sum: 1 }, bytes: { $avg: { $bsonSize: "$$ROOT" } } } };
  const [size] = await withCases(uri, (cases) => cases.aggregate([measure]).toArray());
  return (size ?? { many: 0, bytes: 0 }) as { many: number; bytes: number };
}

/** How many of these cases are stored. */
export const countStored = (uri: string, ids: readonly string[]): Promise<number> =>
  withCases(uri, (cases) => cases.countDocuments({ _id: { $in: [...ids] as never[] } }));

/** Puts the cases of one database in the place of those of another, so that both list the same. */
export async function copyCases(from: string, to: string): Promise<void> {
  const all = await withCases(from, (cases) => cases.find().toArray());
  await withCases(to, async (cases) => {
    await cases.deleteMany({});
    await cases.insertMany(all);
  });
}
