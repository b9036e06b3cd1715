import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { officeSessions } from "@gongzhi/shared/cases";
import { seedTaxonomy } from "../../../seeds/taxonomy.ts";
import { openTown, type Town } from "../../testing/town.ts";
import { TaxonomyModel } from "./model.ts";
import { readTaxonomy, writeTaxonomy } from "./repository.ts";
import { taxonomyService } from "./service.ts";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

describe("the taxonomy in force", () => {
  test("has its classes, departments and a hundred types", async () => {
    const { version, classes, departments, types } = await town.guest.client.taxonomy.catalogue();
    expect([version, classes.length, departments.length, types.length]).toEqual(["1.0.0", 14, 30, 100]);
    const codes = new Set(departments.map(({ code }) => code));
    expect(types.filter(({ dept }) => !codes.has(dept))).toEqual([]);
  });

  test("counts limits in the office hours of its own calendar", async () => {
    expect(await town.app.features.taxonomy.sessions()).toEqual(officeSessions);
  });

  test("is the version that came into force last", async () => {
    const first = await readTaxonomy();
    if (!first) throw new Error("there is no taxonomy");
    const later = {
      ...first,
      inForceFrom: "2026-07-01",
      catalogue: { ...first.catalogue, version: "1.1.0" },
    };
    await writeTaxonomy(later);
    expect((await readTaxonomy())?.catalogue.version).toBe("1.1.0");
    await TaxonomyModel.deleteOne({ _id: "1.1.0" });
    expect((await readTaxonomy())?.catalogue.version).toBe("1.0.0");
  });

  test("seeded twice it is there once", async () => {
    await seedTaxonomy();
    expect(await TaxonomyModel.countDocuments()).toBe(1);
  });

  test("without any, no type is known and asking does not fail", async () => {
    const service = taxonomyService({ readTaxonomy: () => Promise.resolve(null) });
    await expect(service.type("010100")).rejects.toMatchObject({ code: "event.unknown" });
    expect([await service.hasDepartment("HW"), await service.sessions()]).toEqual([false, officeSessions]);
  });
});
