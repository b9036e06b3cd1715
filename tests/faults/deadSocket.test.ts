import { fork } from "node:child_process";
import timers from "node:timers";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { rooms } from "@gongzhi/shared/live";
import { openWorld, type World } from "../../server/src/testing/world.ts";

const ROOM = rooms.publicCases("990102");
/** What the server says in 20 seconds and waits 15 more for. */
const NOTICED_MS = 35_000;

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
afterAll(() => world.close());

const isWatched = () => world.app.live.isWatched(ROOM);

/** From here on time passes when it is told to. The socket's server takes its timers from the module, not the globals. */
function stopTheClock(): void {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.spyOn(timers, "setTimeout").mockImplementation(setTimeout);
  vi.spyOn(timers, "clearTimeout").mockImplementation(clearTimeout);
}

describe("a client that vanishes", () => {
  test("is out of its rooms as soon as its machine says so", async () => {
    const SOCKETS = 5;
    const vanishing = fileURLToPath(new URL("./vanishing.fixture.mjs", import.meta.url));
    const client = fork(vanishing, [world.url, ROOM, String(SOCKETS)]);
    let entered = 0;
    await new Promise<void>((all) => client.on("message", () => (entered += 1) === SOCKETS && all()));
    expect(isWatched()).toBe(true);
    client.kill("SIGKILL");
    await expect.poll(isWatched).toBe(false);
  });

  test("without a word is out of its rooms when it has missed a ping", async () => {
    stopTheClock();
    const socket = new WebSocket(`${world.url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
    await new Promise<void>((entered) => {
      socket.on("message", (data: Buffer) => {
        const message = data.toString();
        if (message.startsWith("0")) socket.send("40");
        else if (message.startsWith("40")) socket.send(`420${JSON.stringify(["enter", [ROOM]])}`);
        else if (message === "430[[]]") entered();
      });
    });
    expect(isWatched()).toBe(true);
    // It goes on receiving, and answers nothing any more: a phone in a tunnel.
    vi.advanceTimersByTime(NOTICED_MS);
    vi.useRealTimers();
    await expect.poll(isWatched).toBe(false);
    socket.terminate();
  });
});
