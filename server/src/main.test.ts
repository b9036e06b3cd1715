import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const loader = pathToFileURL(join(root, ".tools/typescript.mjs")).href;

const directories: string[] = [];
const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
});

function newDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "gongzhi-main-"));
  directories.push(directory);
  return directory;
}

/** The server as a process of its own. */
function run(env: Record<string, string>) {
  const child = spawn(process.execPath, ["--import", loader, join(root, "server/src/main.ts")], {
    cwd: root,
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], HOST: "127.0.0.1", PORT: "0", ...env },
  });
  started.push(child);
  let [said, complained] = ["", ""];
  const up = new Promise<string>((opened) => {
    child.stdout.on("data", (text) => {
      said += String(text);
      const [, port] = /http:\/\/localhost:(\d+)\//.exec(said) ?? [];
      if (port && said.includes("Ctrl-C")) opened(`http://127.0.0.1:${port}`);
    });
  });
  child.stderr.on("data", (text) => (complained += String(text)));
  const ended = new Promise<number | null>((closed) => child.on("close", closed));
  return { child, up, ended, said: () => said, complained: () => complained };
}

describe("the server as a process", () => {
  test(
    "says where it is and how to sign in, and stops cleanly when asked to",
    { timeout: 60_000 },
    async () => {
      const directory = newDirectory();
      const server = run({ DATA_DIR: directory });
      const url = await server.up;
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
      const { demo, accounts } = (await (await fetch(`${url}/api/demo`)).json()) as {
        demo: boolean;
        accounts: { login: string }[];
      };
      expect(demo).toBe(true);
      for (const { login } of accounts) expect(server.said()).toContain(login);

      // Nobody else may read the data, and the secret least of all.
      expect(statSync(join(directory, "secret")).mode & 0o777).toBe(0o600);
      const secret = readFileSync(join(directory, "secret"), "utf8");
      expect(secret.trim().length).toBeGreaterThanOrEqual(32);

      const second = run({ DATA_DIR: directory });
      expect(await second.ended).toBe(1);
      expect(second.complained()).toMatch(/^[^\n]+\n[^\n]+in use[^\n]+\n$/);

      server.child.kill("SIGTERM");
      expect(await server.ended).toBe(0);
      expect(server.complained()).toBe("");
    },
  );

  test("says in one sentence that the port is taken", { timeout: 60_000 }, async () => {
    const other = createServer();
    await new Promise<void>((listening) => other.listen(0, "127.0.0.1", listening));
    const { port } = other.address() as AddressInfo;
    const server = run({
      DATA_DIR: newDirectory(),
      PORT: String(port),
      DEMO: "off",
      SMS_WEBHOOK_URL: "http://127.0.0.1:9/",
    });
    expect(await server.ended).toBe(1);
    expect(server.complained()).toMatch(new RegExp(`^[^\\n]+\\nPort ${port} is taken[^\\n]+\\n$`));
    other.close();
  });

  test("names everything that is wrong with the environment", async () => {
    const server = run({ NODE_ENV: "production", PORT: "eighty" });
    expect(await server.ended).toBe(1);
    for (const name of ["PORT", "SECRET", "PUBLIC_ORIGIN", "SMS_WEBHOOK_URL"])
      expect(server.complained()).toContain(name);
    expect(server.complained()).not.toContain("    at ");
  });

  test("says in one sentence that a MongoDB does not answer", { timeout: 30_000 }, async () => {
    const server = run({ DATA_DIR: newDirectory(), MONGODB_URI: "mongodb://127.0.0.1:9/gongzhi" });
    expect(await server.ended).toBe(1);
    expect(server.complained()).toContain("The MongoDB of MONGODB_URI does not answer");
    expect(server.complained()).not.toContain("    at ");
  });
});
