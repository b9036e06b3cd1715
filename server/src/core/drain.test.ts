import { createServer, type ServerResponse } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { drainable } from "./drain.ts";

const FOREVER_MS = 2 ** 30;

/** A server that answers when it is told to. */
async function someServer() {
  const waiting: ServerResponse[] = [];
  const http = createServer((_req, res) => void waiting.push(res));
  const drain = drainable(http);
  await new Promise<void>((listening) => http.listen(0, "127.0.0.1", listening));
  const { port } = http.address() as AddressInfo;
  return { drain, waiting, port, url: `http://127.0.0.1:${port}` };
}

describe("the end of a server", () => {
  test("waits for no connection on which nothing was asked", async () => {
    const { drain, port } = await someServer();
    const silent = connect(port, "127.0.0.1");
    await new Promise((connected) => silent.once("connect", connected));
    const cut = new Promise((closed) => silent.once("close", closed));
    await drain(FOREVER_MS);
    await cut;
  });

  test("lets a call under way have its answer, and takes no other", async () => {
    const { drain, waiting, url } = await someServer();
    const asked = fetch(url).then((reply) => reply.text());
    await expect.poll(() => waiting.length).toBe(1);
    const drained = drain(FOREVER_MS);
    await expect(fetch(url)).rejects.toThrow();
    waiting[0]?.end("the answer");
    expect(await asked).toBe("the answer");
    await drained;
  });

  test("does not wait longer than it was told to", async () => {
    const { drain, waiting, url } = await someServer();
    const asked = fetch(url).then(
      () => "answered",
      () => "cut",
    );
    await expect.poll(() => waiting.length).toBe(1);
    await drain(10);
    expect(await asked).toBe("cut");
  });
});
