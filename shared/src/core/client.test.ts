import { describe, expect, test } from "vitest";
import { z } from "zod";
import { AppError } from "./appError.ts";
import { callOf, createClient, type HttpCall, type HttpReply } from "./client.ts";
import { anyone, endpoint } from "./endpoint.ts";

const api = {
  things: {
    view: endpoint({
      method: "get",
      path: "/things/:thingId",
      allow: anyone,
      summary: "",
      input: z.object({ thingId: z.string(), part: z.string().optional() }),
      reply: z.object({ name: z.string() }),
    }),
    change: endpoint({
      method: "post",
      path: "/things/:thingId",
      allow: anyone,
      summary: "",
      input: z.object({ thingId: z.string(), name: z.string() }),
      reply: z.object({}),
    }),
    all: endpoint({
      method: "get",
      path: "/things",
      allow: anyone,
      summary: "",
      input: z.object({}),
      reply: z.object({}),
    }),
  },
};

const clientThat = (answer: (call: HttpCall) => Promise<HttpReply>) => createClient(api, answer);

describe("where the input goes", () => {
  test("path segments first, the rest of a GET into its query", () => {
    expect(callOf(api.things.view, { thingId: "a/b", part: "第一 &c" })).toEqual({
      method: "GET",
      path: "/api/things/a%2Fb?part=%E7%AC%AC%E4%B8%80%20%26c",
    });
  });

  test("what is undefined is not sent", () => {
    expect(callOf(api.things.view, { thingId: "a", part: undefined }).path).toBe("/api/things/a");
  });

  test("everything else into the body", () => {
    expect(callOf(api.things.change, { thingId: "a", name: "b" })).toEqual({
      method: "POST",
      path: "/api/things/a",
      body: { name: "b" },
    });
  });
});

describe("what comes back", () => {
  test("the reply", async () => {
    const client = clientThat(async () => ({ status: 200, body: { name: "盲道" } }));
    expect(await client.things.view({ thingId: "a" })).toEqual({ name: "盲道" });
    expect(await client.things.all()).toEqual({ name: "盲道" });
  });

  test("the server's own error by its code", async () => {
    const client = clientThat(async () => ({
      status: 409,
      body: { code: "case.wrong_status", details: [1] },
    }));
    const error = await client.things.all().catch((cause: unknown) => cause);
    expect(error).toEqual(new AppError("case.wrong_status", [1]));
  });

  test.each([[{ status: 502, body: "<html>" }], [{ status: 500, body: null }]])(
    "an answer that is not ours is a failure, %j",
    async (reply) => {
      await expect(clientThat(async () => reply).things.all()).rejects.toMatchObject({
        code: "server.failed",
      });
    },
  );

  test("no answer at all says so", async () => {
    const client = clientThat(() => Promise.reject(new TypeError("fetch failed")));
    await expect(client.things.all()).rejects.toMatchObject({ code: "network.unreachable" });
  });
});
