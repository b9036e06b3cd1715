import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { freeBytes, watchSpace } from "./freeSpace.ts";

const settled = () => new Promise((done) => setImmediate(done));

test("there is enough until the disk says otherwise", async () => {
  const enough = watchSpace(async () => 10, 100);
  expect(enough()).toBe(true);
  await settled();
  expect(enough()).toBe(false);
});

test("a disk that does not answer stops nothing", async () => {
  const enough = watchSpace(() => Promise.reject(new Error("EIO")), 100);
  enough();
  await settled();
  expect(enough()).toBe(true);
});

test("the disk is not asked at every request", async () => {
  let asked = 0;
  const enough = watchSpace(async () => (asked += 1), 0);
  for (let request = 0; request < 100; request += 1) enough();
  await settled();
  expect(asked).toBe(1);
});

test("the free space of a real directory is read", async () => {
  expect(await freeBytes(tmpdir())).toBeGreaterThan(0);
});
