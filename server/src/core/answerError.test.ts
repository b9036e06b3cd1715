import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import mongoose from "mongoose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AppError } from "@gongzhi/shared/core";
import { answerError } from "./answerError.ts";
import { createLog } from "./log.ts";

const { MongoNetworkError, MongoServerError } = mongoose.mongo;
const lines: string[] = [];
let thrown: unknown;

const app = express();
app.get("/", () => {
  throw thrown;
});
app.use(answerError(createLog("error", { write: (line) => void lines.push(line) })));
const server = createServer(app);
beforeAll(() => new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function answerTo(error: unknown) {
  thrown = error;
  lines.length = 0;
  const reply = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return { status: reply.status, ...((await reply.json()) as { code: string }) };
}

test.each<[because: string, error: unknown, status: number, code: string]>([
  ["an error of ours", new AppError("case.moved_meanwhile"), 409, "case.moved_meanwhile"],
  ["a full disk", Object.assign(new Error("write"), { code: "ENOSPC" }), 507, "server.storage_full"],
  [
    "a database on a full disk",
    new MongoServerError({ code: 14_031, errmsg: "OutOfDiskSpace" }),
    507,
    "server.storage_full",
  ],
  ["a database that is away", new MongoNetworkError("connection refused"), 503, "server.busy"],
  ["a bug", new TypeError("x is undefined"), 500, "server.failed"],
  ["a code nobody knows", new AppError("toString"), 500, "server.failed"],
  ["something that is no error", "oops", 500, "server.failed"],
])("%s is answered by its name", async (_, error, status, code) => {
  expect(await answerTo(error)).toEqual({ status, code });
});

test("a bug is logged with its place and answered without", async () => {
  expect(JSON.stringify(await answerTo(new Error("secret plan")))).not.toContain("plan");
  expect(lines.join("")).toContain("answerError.test.ts");
});

test("what clients do wrong is not logged as ours", async () => {
  await answerTo(new AppError("account.code_wrong"));
  expect(lines).toEqual([]);
});

test("whoever comes too often is told when to come back", async () => {
  thrown = new AppError("request.too_many");
  const reply = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  expect(reply.headers.get("retry-after")).toBe("60");
});
