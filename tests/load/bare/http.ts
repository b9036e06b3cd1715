// What any Express application over the same engine has to do, and nothing else: the baseline of reports and lists.
import type { AddressInfo } from "node:net";
import express from "express";
import { BSON, MongoClient, ObjectId } from "mongodb";
import { openEmbeddedDatabase } from "../../../server/src/core/embedded.ts";

const [directory = "", template = "{}"] = process.argv.slice(2);
/** A case as the portal stores it, so that both write documents of the same size. */
const oneCase = BSON.EJSON.parse(template) as Record<string, unknown>;

const database = await openEmbeddedDatabase(directory);
const client = await new MongoClient(database.uri, {
  directConnection: true,
  writeConcern: { w: 1, journal: true },
}).connect();
const cases = client.db().collection("cases");
await cases.createIndex({ submittedAt: -1 });
await cases.createIndex({ within: 1, nextBy: 1, nextDueAt: 1 }, { partialFilterExpression: { open: true } });

const app = express();

app.post("/cases", express.json(), async (req, res) => {
  const { draftId, words } = req.body as { draftId: string; words: string };
  const document = { ...oneCase, _id: new ObjectId(), draftId, words, submittedAt: new Date() };
  await cases.insertOne(document);
  res.json(document);
});

/** The fields a line of a list is made of. */
const inLines = Object.fromEntries(
  "caseNo revision status title typeCode platform priority level gridCode unit submittedAt nextDueAt yellowAt pausedAt photoIds"
    .split(" ")
    .map((name) => [name, 1]),
);

app.get("/cases", async (_req, res) => {
  res.json({
    items: await cases.find({}, { projection: inLines }).sort({ submittedAt: -1 }).limit(20).toArray(),
  });
});

/** A queue is a page and two counts: how many wait for the caller, and how many are open. */
app.get("/queue", async (req, res) => {
  const open = { within: String(req.query.within), open: true };
  const theirs = { ...open, nextBy: "gridWorker" };
  const [items, yours, all] = await Promise.all([
    cases.find(theirs, { projection: inLines }).sort({ nextDueAt: 1 }).limit(20).toArray(),
    cases.countDocuments(theirs),
    cases.countDocuments(open),
  ]);
  res.json({ items, yours, all });
});

const server = app.listen(0, "127.0.0.1", () =>
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, uri: database.uri }),
);

process.once("SIGTERM", () => {
  server.closeAllConnections();
  server.close();
  void client
    .close()
    .then(() => database.close())
    .then(() => process.exit(0));
});
