import { existsSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rooms } from "@gongzhi/shared/live";
import { personAt } from "../../server/src/testing/person.ts";
import { newDirectory, serverOn, WITHOUT_DEMO } from "./ground.ts";

const WITHIN_MS = 3_000;

describe("Ctrl-C", () => {
  test("stops the server within seconds, with sockets and idle connections open, and lets go of its data", async () => {
    const directory = newDirectory();
    const server = await serverOn(directory, { env: WITHOUT_DEMO });
    const guest = personAt(server.url, null);
    const listeners = await Promise.all(
      Array.from({ length: 20 }, () => guest.listen(rooms.publicCases("990102"))),
    );
    const idle = connect(Number(new URL(server.url).port), "127.0.0.1");
    await new Promise((connected) => idle.once("connect", connected));

    const asked = performance.now();
    const { code, signal, output } = await server.stop();
    expect(performance.now() - asked).toBeLessThan(WITHIN_MS);
    expect({ code, signal }).toEqual({ code: 0, signal: null });
    expect(output).not.toContain("    at ");
    for (const { socket } of listeners) await expect.poll(() => socket.connected).toBe(false);
    expect(existsSync(join(directory, "db/uri"))).toBe(false);
    idle.destroy();

    const again = await serverOn(directory, { env: WITHOUT_DEMO });
    expect((await fetch(`${again.url}/readyz`)).status).toBe(200);
  });
});
