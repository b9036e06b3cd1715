import { io } from "socket.io-client";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Post } from "@gongzhi/shared/accounts";
import { CaseId, type AccountId } from "@gongzhi/shared/core";
import { MAX_ROOMS, rooms } from "@gongzhi/shared/live";
import { newId } from "../../core/ids.ts";
import { browserAt } from "../../testing/browser.ts";
import { emptyDatabase, openWorld, type World } from "../../testing/world.ts";
import { SessionModel } from "../accounts/model.ts";

const GRID = "990102001001001";
const COMMUNITY = "990102001001";
const TOWN = "990102001000";
const COUNTY = "990102000000";
const post = (role: Post["role"], territory: string): Post => ({
  role,
  territory,
  ...(role === "station" && { dept: "HW" }),
});

let world: World;
beforeAll(async () => void (world = await openWorld()));
beforeEach(emptyDatabase);
afterAll(() => world.close());

const someCase = () => CaseId.parse(newId());
const reported = (caseId: CaseId, ...to: string[]) =>
  world.app.live.publish("case.reported", { caseId, gridCode: GRID }, to);

describe("an event", () => {
  test("reaches those in its rooms, once each, and nobody else", async () => {
    const both = await world.guest.listen(rooms.publicCases("990102"), rooms.figures(COUNTY));
    const none = await world.guest.listen();
    const [first, last] = [someCase(), someCase()];
    reported(first, rooms.publicCases("990102"), rooms.figures(COUNTY));
    reported(last, rooms.figures(COUNTY));
    expect(await both.next("case.reported")).toEqual({ caseId: first, gridCode: GRID });
    expect(await both.next("case.reported")).toEqual({ caseId: last, gridCode: GRID });
    expect(none.heard()).toEqual([]);
    both.close();
    none.close();
  });

  test("for no room at all reaches nobody", async () => {
    const listener = await world.guest.listen(rooms.publicCases("990102"));
    reported(someCase());
    const last = someCase();
    reported(last, rooms.publicCases("990102"));
    expect((await listener.next("case.reported")).caseId).toBe(last);
    listener.close();
  });

  test("carries nothing its schema does not name", async () => {
    const listener = await world.guest.listen(rooms.publicCases("990102"));
    const slip = { caseId: someCase(), gridCode: GRID, phone: "13800001234" };
    world.app.live.publish("case.reported", slip, [rooms.publicCases("990102")]);
    expect(Object.keys(await listener.next("case.reported"))).toEqual(["caseId", "gridCode"]);
    listener.close();
  });

  test("is not sent to somebody who left the room", async () => {
    const listener = await world.guest.listen(rooms.publicCases("990102"), rooms.figures(COUNTY));
    listener.socket.emit("leave", [rooms.publicCases("990102")]);
    // Requests of one connection are answered in their order.
    await new Promise((answer) => listener.socket.emit("enter", [], answer));
    reported(someCase(), rooms.publicCases("990102"));
    const last = someCase();
    reported(last, rooms.figures(COUNTY));
    expect((await listener.next("case.reported")).caseId).toBe(last);
    listener.close();
  });
});

describe("a room", () => {
  const own = (id: AccountId | null) => rooms.account(id ?? ("0".repeat(24) as AccountId));

  test.each<[who: string, posts: Post[], lets: string[], refuses: string[]]>([
    [
      "a grid worker into the grid alone",
      [post("gridWorker", GRID)],
      [GRID],
      [COMMUNITY, TOWN, "990102001001002"],
    ],
    [
      "a community worker into the community and its grids",
      [post("communityWorker", COMMUNITY)],
      [COMMUNITY, GRID],
      [TOWN, "990102001002"],
    ],
    [
      "the command desk into everything of the town",
      [post("commandDesk", TOWN)],
      [TOWN, COMMUNITY, GRID],
      [COUNTY, "990102002000"],
    ],
    [
      "a station into its town and what the town lies in",
      [post("station", TOWN)],
      [TOWN, GRID, COUNTY],
      ["990102002000"],
    ],
    ["a worker without a post nowhere", [], [], [GRID, COUNTY]],
  ])("lets %s", async (_, posts, lets, refuses) => {
    const worker = await world.signInWorker(...posts);
    const names = [...lets, ...refuses].map(rooms.division);
    const listener = await worker.listen(...names);
    expect(listener.refused).toEqual(refuses.map(rooms.division));
    listener.close();
  });

  test("lets everybody follow public cases and figures, and only the owner what concerns an account", async () => {
    const [li, wu] = [await world.signInResident(), await world.signInResident()];
    const open = [rooms.publicCases("990102"), rooms.figures(COUNTY)];
    const asGuest = await world.guest.listen(...open, own(li.id), rooms.division(GRID));
    expect(asGuest.refused).toEqual([own(li.id), rooms.division(GRID)]);
    const asLi = await li.listen(...open, own(li.id), own(wu.id), rooms.division(GRID));
    expect(asLi.refused).toEqual([own(wu.id), rooms.division(GRID)]);
    for (const listener of [asGuest, asLi]) listener.close();
  });

  test("of a case that is not there lets nobody in", async () => {
    const listener = await world.guest.listen(rooms.case(someCase()));
    expect(listener.refused).toHaveLength(1);
    listener.close();
  });

  test.each([
    "",
    "case:",
    "case:1",
    "division:12",
    "admin:1",
    "~account:000000000000000000000000",
    "figures:990102000000\n",
    "__proto__",
  ])("called %o is none", async (name) => {
    const listener = await world.guest.listen(name);
    reported(someCase(), name);
    expect(listener.heard()).toEqual([]);
    listener.close();
  });

  test(`is refused to a connection that is in ${MAX_ROOMS} already`, async () => {
    const names = Array.from({ length: MAX_ROOMS }, (_, at) => rooms.publicCases(String(990_000 + at)));
    const listener = await world.guest.listen(...names);
    const again: string[] = await new Promise((answer) =>
      listener.socket.emit("enter", [rooms.figures(COUNTY), names[0] ?? ""], answer),
    );
    expect(listener.refused).toEqual([]);
    expect(again).toEqual([rooms.figures(COUNTY)]);
    listener.close();
  });
});

describe("a connection", () => {
  test("of a browser is known by its cookie, but not from a foreign page", async () => {
    const resident = await world.signInResident({ phone: "13800001234" });
    const browser = browserAt(world.url);
    await world.guest.client.accounts.sendCode({ phone: "13800001234" });
    const code = world.codeSentTo("13800001234") ?? "";
    await browser.client.accounts.signInByCode({ phone: "13800001234", code, carrier: "cookie" });
    const cookie = browser.cookie()?.split(";", 1)[0] ?? "";

    const refusedFrom = async (origin: string) => {
      const socket = io(world.url, {
        transports: ["websocket"],
        forceNew: true,
        extraHeaders: { cookie, origin },
      });
      const refused: string[] = await new Promise((answer) =>
        socket.emit("enter", [rooms.account(resident.id)], answer),
      );
      socket.disconnect();
      return refused.length;
    };
    expect(await refusedFrom(world.url)).toBe(0);
    expect(await refusedFrom("https://elsewhere.example")).toBe(1);
  });

  test("with a token that is no good is a guest's", async () => {
    const resident = await world.signInResident();
    await resident.client.accounts.signOut();
    const listener = await resident.listen(rooms.account(resident.id), rooms.figures(COUNTY));
    expect(listener.refused).toEqual([rooms.account(resident.id)]);
    listener.close();
  });

  test("is cut when its session ends, also without anybody saying so", async () => {
    const worker = await world.signInWorker(post("gridWorker", GRID));
    const listener = await worker.listen(rooms.division(GRID));
    const gone = new Promise((cut) => listener.socket.once("disconnect", cut));
    await SessionModel.deleteMany({});
    await world.app.cutEnded();
    expect(await gone).toBe("io server disconnect");
  });

  test("that asks a thousand times at once is refused without being heard, and then cut", async () => {
    const listener = await world.guest.listen();
    const other = await world.guest.listen(rooms.publicCases("990102"));
    const gone = new Promise((cut) => listener.socket.once("disconnect", cut));
    const ask = () =>
      new Promise<string[]>((answer) => listener.socket.emit("enter", [rooms.figures(COUNTY)], answer));
    const answers = await Promise.all(Array.from({ length: 1000 }, ask));
    expect(answers.filter((refused) => refused.length > 0).length).toBeGreaterThan(900);
    for (let more = 0; more < 2000; more += 1) listener.socket.emit("leave", []);
    await gone;
    const last = someCase();
    reported(last, rooms.publicCases("990102"));
    expect((await other.next("case.reported")).caseId).toBe(last);
    other.close();
  });

  test.each<[what: string, args: unknown[]]>([
    ["nothing", []],
    ["no list", ["figures:990102000000", () => undefined]],
    ["no answer to give", [["figures:990102000000"]]],
    ["things that are no names", [[null, 7, { $ne: 1 }, ["x"], "x".repeat(5000)], () => undefined]],
    ["an answer that is no function", [["figures:990102000000"], "answer"]],
  ])("that sends %s does no harm", async (_, args) => {
    const listener = await world.guest.listen();
    (listener.socket as unknown as { emit(event: string, ...args: unknown[]): void }).emit("enter", ...args);
    expect(
      await new Promise((answer) => listener.socket.emit("enter", [rooms.figures(COUNTY)], answer)),
    ).toEqual([]);
    listener.close();
  });

  test("that sends more than a request can be is cut", async () => {
    const listener = await world.guest.listen();
    const gone = new Promise((cut) => listener.socket.once("disconnect", cut));
    listener.socket.emit("leave", ["x".repeat(20_000)]);
    expect(await gone).toBeDefined();
  });
});
