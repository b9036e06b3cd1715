import { expect, test } from "vitest";
import { turns } from "./turns.ts";

const gate = () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
};

test("so many run at once, so many wait, and the next is told that the server is busy", async () => {
  const takeTurn = turns({ most: 1, waiting: 1 });
  const { open, opened } = gate();
  const order: string[] = [];
  const first = takeTurn(async () => {
    await opened;
    order.push("first");
  });
  const second = takeTurn(async () => void order.push("second"));
  await expect(takeTurn(async () => undefined)).rejects.toThrow("server.busy");
  open();
  await Promise.all([first, second]);
  expect(order).toEqual(["first", "second"]);
});

test("a failure gives the turn back", async () => {
  const takeTurn = turns({ most: 1, waiting: 0 });
  await expect(takeTurn(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await expect(takeTurn(async () => "yes")).resolves.toBe("yes");
});
