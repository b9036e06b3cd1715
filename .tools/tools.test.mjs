import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, describe, expect, test } from "vitest";
import { fingerprint } from "./fingerprint.mjs";
import { path, run, twoAtATime } from "./processes.mjs";

const home = mkdtempSync(join(tmpdir(), "gongzhi-tools-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe("a fingerprint", () => {
  const folder = join(home, "sources");
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  const write = (file, text) => writeFileSync(join(folder, file), text);
  write("main.ts", "one");
  const before = fingerprint([folder]);

  test.each([
    ["a changed file changes it", "main.ts", "two", true],
    ["a new file changes it", "more.ts", "", true],
    ["the same text written again does not", "main.ts", "one", false],
    ["a test does not", "main.test.ts", "", false],
    ["a dependency does not", "node_modules/index.js", "", false],
    ["an editor's file does not", ".main.ts.swp", "", false],
  ])("%s", (_, file, text, changes) => {
    write(file, text);
    expect(fingerprint([folder]) !== before).toBe(changes);
    rmSync(join(folder, file));
    write("main.ts", "one");
  });

  test("a fact changes it, and what is not there is no reason to fail", () => {
    expect(fingerprint([folder, join(home, "nothing")], ["fact"])).not.toBe(before);
    expect(fingerprint([folder, join(home, "nothing")])).toBe(before);
  });
});

describe("a program", () => {
  const node = (code, options) => run(process.execPath, ["--eval", code], options);

  test("answers with its exit code and all it said", async () => {
    const ended = await node("console.log('路灯'); console.error('坏了'); process.exitCode = 3");
    expect(ended).toMatchObject({ code: 3, output: "路灯\n坏了\n" });
  });

  test("that is not there answers like a shell", async () => {
    expect(await run("gongzhi-no-such-program", [])).toMatchObject({ code: 127 });
  });

  test("that comes to a standstill is stopped, with all it started", async () => {
    const child =
      "require('node:child_process').spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'inherit' })";
    const ended = await node(`${child}; for (;;);`, { minutes: 0.01 });
    expect(ended.code).not.toBe(0);
    expect(ended.output).toContain("took more than 0.01 minutes");
  });
});

test("tasks are all done, in order, and never more than two at a time", async () => {
  const log = [];
  let now = 0;
  let most = 0;
  const task = (name) => async () => {
    log.push(name);
    most = Math.max(most, ++now);
    await new Promise((answer) => setImmediate(answer));
    now--;
  };
  await twoAtATime(["a", "b", "c", "d", "e"].map(task));
  expect({ log, most }).toEqual({ log: ["a", "b", "c", "d", "e"], most: 2 });
});

describe("a program in the foreground", () => {
  const processes = JSON.stringify(path(".tools/processes.mjs"));
  const counting = `
    let times = 0;
    process.on("SIGINT", () => { times++; setTimeout(() => { console.log("asked", times); process.exit(0); }, 100); });
    setInterval(() => {}, 1000);
    console.log("ready");`;
  const launcher = `
    const { runForeground } = await import(${processes});
    process.exitCode = await runForeground(process.execPath, ["--eval", ${JSON.stringify(counting)}]);`;

  test.skipIf(process.platform === "win32")(
    "hears Ctrl-C once, however often it arrives, and ends with its own code",
    async () => {
      const started = spawn(process.execPath, ["--input-type=module", "--eval", launcher], {
        detached: true,
      });
      let output = "";
      const ready = new Promise((answer) => {
        started.stdout.on("data", (chunk) => {
          output += chunk;
          if (output.includes("ready")) answer();
        });
      });
      await ready;
      // A terminal sends it to the whole group, and npm once more to its child.
      process.kill(-started.pid, "SIGINT");
      started.kill("SIGINT");
      const [code] = await once(started, "exit");
      expect({ code, output }).toEqual({ code: 0, output: "ready\nasked 1\n" });
    },
  );
});
