import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { api } from "@gongzhi/shared/api";
import { openWorld, type World } from "./testing/world.ts";

const root = mkdtempSync(join(tmpdir(), "gongzhi-sites-"));
const write = (site: string, file: string, text: string) => {
  mkdirSync(join(root, site, file, ".."), { recursive: true });
  writeFileSync(join(root, site, file), text);
};
write(
  "web",
  "index.html",
  `<!doctype html><script>document.title = "x"</script><script src="/assets/a.js"></script>`,
);
write("web", "assets/index-B1c2D3e4.js", "export {};");
write("web", "manifest.webmanifest", "{}");

let world: World;
let enough = true;
let answers = true;
beforeAll(async () => {
  world = await openWorld({
    sites: { web: join(root, "web"), miniapp: join(root, "miniapp") },
    enoughSpace: () => enough,
    database: { ping: () => (answers ? Promise.resolve() : Promise.reject(new Error("down"))) },
  });
});
afterAll(() => world.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(world.url + path, { headers, redirect: "manual" });
const post = (path: string, body: string | Uint8Array, headers: Record<string, string> = {}) =>
  fetch(world.url + path, {
    method: "POST",
    body: body as string,
    headers: { "content-type": "application/json", ...headers },
  });
const answerOf = async (reply: Response) => ({
  status: reply.status,
  ...((await reply.json()) as { code: string }),
});

describe("pages", () => {
  test("every address that is no file is the one page, fresh each time", async () => {
    for (const path of ["/", "/cases/1", "/workbench"]) {
      const reply = await get(path);
      expect(reply.status).toBe(200);
      expect(reply.headers.get("cache-control")).toBe("no-cache");
      expect(await reply.text()).toContain("<!doctype html>");
    }
  });

  test("run no script but our own", async () => {
    const policy = (await get("/")).headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/=]+'(;|$)/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|upgrade-insecure/);
  });

  test("files with their content in their name are kept for good, others are asked for again", async () => {
    expect((await get("/assets/index-B1c2D3e4.js")).headers.get("cache-control")).toBe(
      "public, max-age=31536000, immutable",
    );
    expect((await get("/manifest.webmanifest")).headers.get("cache-control")).toBe("no-cache");
  });

  test("a file that is not there is not the page", async () => {
    expect(await answerOf(await get("/assets/gone.js"))).toEqual({ status: 404, code: "route.not_found" });
  });

  test.each(["/../server/package.json", "/%2e%2e/package.json", "/..%2f..%2fpackage.json"])(
    "%s leads nowhere outside",
    async (path) => {
      expect(await (await get(path)).text()).not.toContain('"name"');
    },
  );

  test("the mini program's browser build is served once it is there", async () => {
    expect((await get("/m/")).status).toBe(200);
    expect(await (await get("/m/")).text()).toContain('src="/assets/a.js"');
    write("miniapp", "index.html", "<!doctype html><div id=app>mini</div>");
    expect(await (await get("/m/")).text()).toContain("mini");
  });
});

describe("the process", () => {
  test("says that it lives and whether the database answers", async () => {
    expect((await get("/healthz")).status).toBe(200);
    expect((await get("/readyz")).status).toBe(200);
    answers = false;
    expect((await get("/readyz")).status).toBe(503);
    expect((await get("/healthz")).status).toBe(200);
    answers = true;
  });

  test("shows its figures to this machine alone", async () => {
    expect(await (await get("/metrics")).text()).toContain("http_request_seconds");
    const passedOn = await get("/metrics", { "x-forwarded-for": "203.0.113.9" });
    expect(await passedOn.text()).not.toContain("http_request_seconds");
  });
});

describe("the API", () => {
  test("is described by OpenAPI 3.1, every call of the contract and every error", async () => {
    const described = (await (await get("/api/openapi.json")).json()) as {
      openapi: string;
      paths: Record<
        string,
        Record<string, { operationId: string; parameters: { name: string; in: string }[] }>
      >;
      components: { schemas: { Error: { properties: { code: { enum: string[] } } } } };
    };
    expect(described.openapi).toBe("3.1.0");
    const ids = Object.values(described.paths).flatMap((calls) =>
      Object.values(calls).map(({ operationId }) => operationId),
    );
    for (const [feature, calls] of Object.entries(api)) {
      for (const name of Object.keys(calls)) expect(ids).toContain(`${feature}.${name}`);
    }
    const list = described.paths["/cases"]?.get?.parameters.map(({ name }) => name);
    expect(list).toEqual(expect.arrayContaining(["after", "limit", "division"]));
    expect(described.paths["/cases/{caseId}"]?.get?.parameters[0]).toMatchObject({
      name: "caseId",
      in: "path",
    });
    expect(described.components.schemas.Error.properties.code.enum).toContain("case.moved_meanwhile");
  });

  test("has its pages served from here, without a script in the page", async () => {
    expect((await get("/api/docs")).headers.get("location")).toBe("/api/docs/");
    const page = await get("/api/docs/");
    expect(page.headers.get("content-security-policy")).toMatch(/script-src 'self'(;|$)/);
    const html = await page.text();
    expect(html).not.toMatch(/https?:\/\//);
    for (const [, file = ""] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect((await get(`/api/docs/${file}`)).status, file).toBe(200);
    }
    expect(await (await get("/api/docs/swagger-initializer.js")).text()).toContain("/api/openapi.json");
  });

  test("lets any origin read, but never with the cookie", async () => {
    const reply = await get("/api/me", { origin: "https://elsewhere.example" });
    expect(reply.headers.get("access-control-allow-origin")).toBe("*");
    expect(reply.headers.get("access-control-allow-credentials")).toBeNull();
    const asked = await fetch(`${world.url}/api/me`, {
      method: "OPTIONS",
      headers: { origin: "https://elsewhere.example" },
    });
    expect(asked.status).toBe(204);
    expect(asked.headers.get("access-control-allow-headers")).toContain("authorization");
  });

  test("is kept by nobody and shown in no frame", async () => {
    const { headers } = await get("/api/me");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-powered-by")).toBeNull();
  });
});

describe("what nobody should send", () => {
  const big = JSON.stringify({ phone: "1".repeat(10_000_000) });

  test.each<[because: string, () => Promise<Response>, status: number, code: string]>([
    ["a call that does not exist", () => get("/api/nothing"), 404, "route.not_found"],
    ["a method that does not exist", () => post("/api/me", "{}"), 404, "route.not_found"],
    ["a body of 10 MB", () => post("/api/sign-in/codes", big), 413, "request.too_large"],
    ["broken JSON", () => post("/api/sign-in/codes", '{"phone":'), 400, "request.invalid"],
    [
      "no JSON at all",
      () => post("/api/sign-in/codes", "phone=1", { "content-type": "text/plain" }),
      400,
      "request.invalid",
    ],
    ["a list instead of an object", () => post("/api/sign-in/codes", "[1]"), 400, "request.invalid"],
    [
      "an unknown encoding",
      () => post("/api/sign-in/codes", "{}", { "content-encoding": "zip" }),
      400,
      "request.invalid",
    ],
    ["a broken percent sign", () => get("/api/cases/%E0%A4%A"), 400, "request.invalid"],
    [
      "an operator for a number",
      () => post("/api/sign-in/codes", '{"phone":{"$gt":""}}'),
      400,
      "request.invalid",
    ],
    [
      "operators for name and password",
      () => post("/api/sign-in/worker", '{"name":{"$ne":null},"password":{"$ne":null},"carrier":"token"}'),
      400,
      "request.invalid",
    ],
    [
      "an operator in the query",
      () => get("/api/cases?division[$ne]=1&limit[$gt]=0"),
      200,
      undefined as never,
    ],
    ["the same parameter twice", () => get("/api/cases?limit=1&limit=2"), 400, "request.invalid"],
    [
      "a token that was never given out",
      () => get("/api/me", { authorization: `Bearer ${"a".repeat(43)}` }),
      200,
      undefined as never,
    ],
    [
      "such a token where a session is needed",
      () => post("/api/sign-out", "{}", { authorization: `Bearer ${"a".repeat(43)}` }),
      401,
      "account.session_ended",
    ],
    ["nothing where a session is needed", () => post("/api/sign-out", "{}"), 401, "account.sign_in_needed"],
    [
      "a header that is no token",
      () => post("/api/sign-out", "{}", { authorization: "Bearer {$ne:1}" }),
      401,
      "account.sign_in_needed",
    ],
  ])("%s is answered by name", async (_, send, status, code) => {
    expect(await answerOf(await send())).toMatchObject({ status, ...(code && { code }) });
  });

  test("what was wrong is told by place and kind, never in the words that were sent", async () => {
    const reply = await post(
      "/api/sign-in/worker",
      JSON.stringify({ name: "<script>alert(1)</script>".repeat(9), password: 7 }),
    );
    const text = await reply.text();
    expect(JSON.parse(text)).toEqual({
      code: "request.invalid",
      details: [
        { path: "name", code: "too_big" },
        { path: "password", code: "invalid_type" },
        { path: "carrier", code: "invalid_value" },
      ],
    });
    expect(text).not.toContain("script");
  });

  test("a name no object should have changes nothing", async () => {
    await post(
      "/api/sign-in/codes",
      '{"__proto__":{"phone":"13800001234"},"constructor":{"prototype":{"x":1}}}',
    );
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });

  test("a resident may not do what only workers may", async () => {
    const resident = await world.signInResident();
    await expect(resident.client.cases.queue()).rejects.toThrow("account.not_allowed");
  });

  test("more calls in a minute than a person makes are refused, and again allowed after it", async () => {
    const resident = await world.signInResident();
    const calls = () => resident.send({ method: "GET", path: "/api/addresses?text=ab" });
    const replies = await Promise.all(Array.from({ length: 62 }, calls));
    const refused = replies.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(2);
    expect(refused[0]?.body).toEqual({ code: "request.too_many" });
    world.clock.pass(60_000);
    expect((await calls()).status).toBe(200);
  });

  test("a request to the socket by other means than its own is answered once, without a fault", async () => {
    expect((await get("/socket.io/?EIO=4&transport=polling")).status).toBe(400);
    expect(world.logged()).not.toContain("ERR_HTTP_HEADERS_SENT");
  });

  test("nothing personal is logged, whatever was sent", async () => {
    await post("/api/sign-in/codes?phone=13900005678", JSON.stringify({ phone: "13900005678" }));
    await get("/api/photos/13900005678?sig=secret-signature");
    const resident = await world.signInResident();
    await resident.client.accounts.me();
    const log = world.logged();
    expect(log).toContain("/api/sign-in/codes");
    expect(log).not.toMatch(/13900005678|secret-signature/);
    expect(log).not.toContain(resident.token);
  });
});

describe("a full disk", () => {
  test("stops writing with a clear answer while reading goes on", async () => {
    const resident = await world.signInResident();
    enough = false;
    const about = { communityCode: null, ageBand: null };
    await expect(resident.client.accounts.describeMe(about)).rejects.toThrow("server.storage_full");
    expect((await resident.client.accounts.me()).me?.id).toBe(resident.id);
    enough = true;
    await expect(resident.client.accounts.describeMe(about)).resolves.toBeDefined();
  });
});
