import { expect, test } from "vitest";
import { createLog } from "./log.ts";

const record = () => {
  const lines: string[] = [];
  return { log: createLog("info", { write: (line) => void lines.push(line) }), lines };
};

test("an error is logged whole but for the values it was about", () => {
  const { log, lines } = record();
  const cause = new Error("no such token: p0W1e2R3t4Y5u6I7o8P9a0S1d2F3g4H5j6K7l8Z9");
  log.error({ err: new Error("number 13800001234 is taken", { cause }) }, "server.failed");
  const [line = ""] = lines;
  expect(line).toContain("number […] is taken");
  expect(line).toContain("log.test.ts");
  expect(line).not.toMatch(/13800001234|p0W1e2R3t4/);
});

test.each(["phone", "token", "password", "code", "cookie", "authorization"])(
  "a field called %s is blacked out",
  (name) => {
    const { log, lines } = record();
    log.warn({ [name]: "open sesame" });
    expect(lines.join("")).not.toContain("open sesame");
  },
);
