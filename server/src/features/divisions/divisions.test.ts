import { request, type IncomingMessage, type OutgoingHttpHeaders } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTown, places, type Town } from "../../testing/town.ts";
import { DivisionModel } from "./model.ts";
import { readRegister, writeRegister } from "./repository.ts";
import { divisionService } from "./service.ts";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const addresses = (text: string) => town.guest.client.divisions.findAddress({ text });

/** A request with exactly these headers; `fetch` would add that it wants nothing from a cache. */
const get = (url: string, headers: OutgoingHttpHeaders = {}) =>
  new Promise<IncomingMessage>((answer, failed) => {
    request(url, { headers }, (reply) => answer(reply.resume()))
      .on("error", failed)
      .end();
  });

describe("the register", () => {
  test("names every division and outlines every grid", async () => {
    const { divisions, grids } = await town.guest.client.divisions.register();
    expect(divisions.find(({ code }) => code === places.town)).toEqual({
      code: places.town,
      name: "青禾街道",
      level: "town",
      parent: places.county,
    });
    expect(grids).toHaveLength(23);
    expect(grids.every(({ polygon }) => polygon.length > 3)).toBe(true);
    const known = new Set(divisions.map(({ code }) => code));
    expect(grids.filter(({ communityCode }) => !known.has(communityCode))).toEqual([]);
    expect(divisions.filter(({ parent }) => parent !== null && !known.has(parent))).toEqual([]);
  });

  test("is sent once: whoever has it already is told so", async () => {
    const first = await get(`${town.url}/api/divisions`);
    const again = await get(`${town.url}/api/divisions`, { "if-none-match": first.headers.etag });
    const other = await get(`${town.url}/api/divisions`, { "if-none-match": 'W/"another"' });
    expect([first.statusCode, again.statusCode, other.statusCode]).toEqual([200, 304, 200]);
  });

  test("writing it again changes what has changed and doubles nothing", async () => {
    const register = await readRegister();
    const [first, ...others] = register.divisions;
    if (!first) throw new Error("there is no division");
    await writeRegister({ ...register, divisions: [{ ...first, name: "新名字" }, ...others] });
    const now = await readRegister();
    expect(now.divisions).toHaveLength(register.divisions.length);
    expect(now.divisions.find(({ code }) => code === first.code)?.name).toBe("新名字");
    await writeRegister(register);
  });

  test("what was read before the seeds is not remembered", async () => {
    const full = await readRegister();
    const readings = [{ divisions: [], grids: [], addresses: [] }, full];
    const service = divisionService({ readRegister: () => Promise.resolve(readings.shift() ?? full) });
    expect(await service.knows(places.town)).toBe(false);
    expect(await service.knows(places.town)).toBe(true);
    expect([await service.nameOf(places.town), await service.nameOf("1")]).toEqual(["青禾街道", "1"]);
  });

  test("the code is the identity: no two divisions share one", async () => {
    const twice = DivisionModel.insertMany([
      { _id: places.town, name: "又一个", level: "town", parent: null },
    ]);
    await expect(twice).rejects.toMatchObject({ code: 11000 });
  });
});

describe("unified addresses", () => {
  test.each(["望湖苑3栋2-501", "望湖苑三幢二单元501", "青湖路18-3-2-501"])(
    "%s is found by any of its names",
    async (text) => {
      const { matches } = await addresses(text);
      expect(matches[0]).toMatchObject({
        addressCode: "9901020010010018000030205019",
        gridCode: places.grid,
      });
    },
  );

  test("the point of an address lies in its grid", async () => {
    for (const text of ["望湖苑3栋2-501", "人才公寓一号楼", "滨江路22-1", "荷塘自然村45号"]) {
      const [found] = (await addresses(text)).matches;
      if (!found) throw new Error(`${text} is not found`);
      const place = { point: found.point, address: null, gridCode: null };
      expect(await town.app.features.divisions.locate(place)).toBe(found.gridCode);
    }
  });

  test("one letter is too little to ask for", async () => {
    await expect(addresses("望")).rejects.toMatchObject({ code: "request.invalid" });
    expect((await addresses("路灯不亮")).matches).toEqual([]);
  });

  test("an uncertain address does not overrule the grid that was picked", async () => {
    const locate = (address: string) =>
      town.app.features.divisions.locate({ point: null, address, gridCode: places.otherGrid });
    expect(await locate("望湖苑3栋")).toBe(places.otherGrid);
    expect(await locate("望湖苑3栋2-501")).toBe(places.grid);
  });

  test("a point outside all grids leaves it to what else was said", async () => {
    const far = { lng: 1, lat: 1 };
    const locate = (gridCode: string | null) =>
      town.app.features.divisions.locate({ point: far, address: null, gridCode });
    expect(await locate(places.grid)).toBe(places.grid);
    await expect(locate(null)).rejects.toMatchObject({ code: "division.outside" });
  });
});
