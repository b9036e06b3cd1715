import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "./testing/world.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

describe("the whole server", () => {
  test("knows who calls", async () => {
    const resident = await world.signInResident();
    expect((await resident.client.accounts.me()).me?.id).toBe(resident.id);
  });
});
