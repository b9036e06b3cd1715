import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import express, { Router } from "express";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { anyone, endpoint } from "@gongzhi/shared/core";
import { openWorld, type World } from "../testing/world.ts";
import { identify } from "./identify.ts";
import { answerError } from "./answerError.ts";
import { createLog } from "./log.ts";
import { serve, serveStill } from "./serve.ts";
import { sessionCookie } from "./sessionCookie.ts";

const echo = endpoint({
  method: "put",
  path: "/things/:thingId",
  allow: anyone,
  summary: "Says what came in.",
  input: z.object({ thingId: z.string(), other: z.string().default("none") }),
  reply: z.object({ thingId: z.string(), other: z.string() }),
});
const long = endpoint({
  method: "get",
  path: "/long",
  allow: anyone,
  summary: "Says much.",
  input: z.object({}),
  reply: z.object({ words: z.string() }),
});
const still = endpoint({ ...long, path: "/still", summary: "Says the same for a long time." });
const slip = endpoint({ ...long, path: "/slip", summary: "Says something else than it promised." });

const words = "街坊".repeat(4000);
let same = { words };
let world: World;
let url = "";
let close = () => {};

beforeAll(async () => {
  world = await openWorld();
  const router = Router();
  serve(router, echo, ({ input, actor }) => ({ ...input, secret: "never", id: actor.id }));
  serve(router, long, () => ({ words }));
  serveStill(router, still, async () => same);
  serve(router, slip, () => ({ words: 7 }) as never);
  const { clock } = world;
  const app = express();
  app.use(
    identify({ clock, sessions: world.app.sessions, cookie: sessionCookie(null), own: null, limited: false }),
  );
  app.use(express.json(), router, answerError(createLog("silent", { write: () => undefined })));
  const server = createServer(app);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => void server.close();
});
afterAll(async () => {
  close();
  await world.close();
});

const put = async (path: string, body: unknown) =>
  (
    await fetch(url + path, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    })
  ).json();

/** The reply as it comes over the wire; `fetch` would unpack it. */
const raw = (path: string, headers: Record<string, string>) =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((answer, failed) => {
    const asking = request(url + path, { headers }, (res) => {
      const parts: Buffer[] = [];
      res.on("data", (part: Buffer) => parts.push(part));
      res.on("end", () =>
        answer({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(parts) }),
      );
    });
    asking.on("error", failed).end();
  });

describe("a served call", () => {
  test("takes its path from the address: a body cannot redirect it to another thing", async () => {
    expect(await put("/things/mine", { thingId: "yours", other: "x" })).toEqual({
      thingId: "mine",
      other: "x",
    });
  });

  test("reads no query where it reads a body", async () => {
    expect(await put("/things/mine?other=query", {})).toMatchObject({ other: "none" });
  });

  test("sends nothing its reply does not name", async () => {
    expect(Object.keys((await put("/things/mine", {})) as object)).toEqual(["thingId", "other"]);
  });

  test("that answers something else than it promised has failed, and says no more", async () => {
    const reply = await fetch(`${url}/slip`);
    expect([reply.status, await reply.json()]).toEqual([500, { code: "server.failed" }]);
  });

  test("compresses a long reply for those who can read that", async () => {
    const [small, plain] = [await raw("/long", { "accept-encoding": "gzip, br" }), await raw("/long", {})];
    expect(small.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(small.body)).toEqual(plain.body);
    expect(small.body.length * 10).toBeLessThan(plain.body.length);
    expect(JSON.parse(plain.body.toString())).toEqual({ words });
  });
});

describe("a call that stays the same", () => {
  test("is not sent again to whoever has it, until it changes", async () => {
    const { etag } = (await raw("/still", {})).headers as { etag: string };
    expect((await raw("/still", { "if-none-match": etag })).status).toBe(304);
    same = { words: "changed" };
    expect((await raw("/still", { "if-none-match": etag })).status).toBe(200);
  });
});
