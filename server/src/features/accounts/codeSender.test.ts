import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLog } from "../../core/log.ts";
import { openWorld } from "../../testing/world.ts";
import { demoCodeSender, webhookCodeSender } from "./codeSender.ts";

const asked: { headers: IncomingMessage["headers"]; body: string }[] = [];
let status = 204;
const gateway = createServer(async (req, res) => {
  let body = "";
  for await (const part of req) body += String(part);
  asked.push({ headers: req.headers, body });
  res.writeHead(status).end();
});
beforeAll(() => new Promise<void>((listening) => gateway.listen(0, "127.0.0.1", listening)));
afterAll(() => {
  gateway.closeAllConnections();
  gateway.close();
});

const log = createLog("silent", { write: () => undefined });
const sender = () => {
  const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/codes`;
  return webhookCodeSender({ url, token: "gateway-token", log });
};

test("the webhook gets number and code with its token", async () => {
  await sender().send("13800001234", "123456");
  expect(asked.at(-1)).toMatchObject({
    headers: { "authorization": "Bearer gateway-token", "content-type": "application/json" },
    body: '{"phone":"13800001234","code":"123456"}',
  });
  expect(sender().shows).toBe(false);
});

test("a webhook that refuses is told to the resident, who may ask again at once", async () => {
  const world = await openWorld({ sender: sender() });
  const { accounts } = world.guest.client;
  status = 500;
  await expect(accounts.sendCode({ phone: "13800001234" })).rejects.toThrow("server.busy");
  status = 204;
  await expect(accounts.sendCode({ phone: "13800001234" })).resolves.toMatchObject({ demoCode: null });
  expect(world.logged()).not.toContain("13800001234");
  await world.close();
});

test("the demonstration prints the code and may show it", async () => {
  const printed: string[] = [];
  const demo = demoCodeSender((line) => void printed.push(line));
  await demo.send("13800001234", "123456");
  expect(printed.join()).toContain("13800001234: 123456");
  expect(demo.shows).toBe(true);
});
