import mongoose from "mongoose";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { emptyDatabase, openWorld, type World } from "../testing/world.ts";
import { createLog } from "./log.ts";
import { migrate, type Migration } from "./migrations.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
beforeEach(emptyDatabase);
afterAll(() => world.close());

const log = createLog("silent", { write: () => undefined });

const recording = (made: string[], name: string): Migration => ({
  name,
  up: async () => void made.push(name),
});

test("changes are made once, in the order of their names", async () => {
  const made: string[] = [];
  const both = [recording(made, "2026-02-01-b"), recording(made, "2026-01-01-a")];
  await migrate(both, world.clock.now(), log);
  await migrate([...both, recording(made, "2026-03-01-c")], world.clock.now(), log);
  expect(made).toEqual(["2026-01-01-a", "2026-02-01-b", "2026-03-01-c"]);
});

test("a change works on the database itself, and one that failed is made again", async () => {
  let tries = 0;
  const change: Migration = {
    name: "2026-01-01-a",
    async up(db) {
      await db
        .collection("jobTurns")
        .updateOne({ _id: "x" as never }, { $inc: { tries: 1 } }, { upsert: true });
      tries += 1;
      if (tries === 1) throw new Error("the power went out");
    },
  };
  await expect(migrate([change], world.clock.now(), log)).rejects.toThrow("the power went out");
  await migrate([change], world.clock.now(), log);
  expect(await mongoose.connection.collection("jobTurns").findOne()).toMatchObject({ tries: 2 });
});

test("a database from a newer version is left alone", async () => {
  await migrate([recording([], "2027-01-01-later")], world.clock.now(), log);
  await expect(migrate([], world.clock.now(), log)).rejects.toThrow("newer version");
});
