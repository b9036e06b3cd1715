import { describe, expect, test } from "vitest";
import { hashOf, sealWith } from "./seal.ts";

const seal = sealWith("the secret of this test, thirty-two characters");
const another = sealWith("another secret of this test, also long enough");

describe("sealing", () => {
  test("what was sealed opens again for the record it belongs to", () => {
    expect(seal.open(seal.seal("13800001234", "phone a"), "phone a")).toBe("13800001234");
  });

  test("the same text never looks the same twice", () => {
    expect(seal.seal("13800001234", "phone a")).not.toBe(seal.seal("13800001234", "phone a"));
  });

  test.each<[because: string, open: () => string]>([
    ["it belongs to another record", () => seal.open(seal.seal("x", "phone a"), "phone b")],
    ["it was sealed with another secret", () => seal.open(another.seal("x", "phone a"), "phone a")],
    [
      "a byte of it was changed",
      () =>
        seal.open(
          seal.seal("x", "phone a").replace(/^./, (c) => (c === "A" ? "B" : "A")),
          "phone a",
        ),
    ],
    ["it was cut short", () => seal.open(seal.seal("x", "phone a").slice(0, 30), "phone a")],
  ])("it does not open when %s", (_, open) => {
    expect(open).toThrow();
  });
});

describe("finding and signing", () => {
  test("the same text has the same mark, and another one under another secret", () => {
    expect(seal.lookup("13800001234")).toBe(seal.lookup("13800001234"));
    expect(seal.lookup("13800001234")).not.toBe(another.lookup("13800001234"));
    expect(seal.lookup("13800001234")).not.toContain("1234");
  });

  test("a signature holds for its text and its secret only", () => {
    const signature = seal.sign("photo 1");
    expect(seal.isSigned("photo 1", signature)).toBe(true);
    expect(seal.isSigned("photo 2", signature)).toBe(false);
    expect(another.isSigned("photo 1", signature)).toBe(false);
    expect(seal.isSigned("photo 1", "")).toBe(false);
    expect(seal.isSigned("photo 1", signature.slice(0, 10))).toBe(false);
  });

  test("a token is kept as SHA-256", () => {
    expect(hashOf("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});
