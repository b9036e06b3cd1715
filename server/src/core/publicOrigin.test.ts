import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../testing/world.ts";

const OWN = "https://gongzhi.example.cn";

let world: World;
beforeAll(async () => void (world = await openWorld({ own: OWN })));
afterAll(() => world.close());

async function signIn(origin: string) {
  await world.guest.client.accounts.sendCode({ phone: "13800001234" });
  world.clock.pass(60_000);
  return fetch(`${world.url}/api/sign-in/phone`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify({ phone: "13800001234", code: world.codeSentTo("13800001234"), carrier: "cookie" }),
  });
}

test("where the portal is reached by https, the cookie never travels without", async () => {
  const reply = await signIn(OWN);
  expect(reply.headers.getSetCookie()[0]).toMatch(/; Secure; SameSite=Lax$/);
});

test("the portal's own address alone counts as our own page, whatever host was asked for", async () => {
  expect((await signIn(world.url)).status).toBe(403);
});

test("browsers are told to come by https from then on, and may open the socket", async () => {
  const { headers } = await fetch(`${world.url}/api/docs/`);
  expect(headers.get("strict-transport-security")).toBe("max-age=31536000");
  expect(headers.get("content-security-policy")).toContain("connect-src 'self' wss://gongzhi.example.cn");
});
