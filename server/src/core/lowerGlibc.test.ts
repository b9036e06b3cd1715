import { describe, expect, test } from "vitest";
import { isOlderGlibc, lowerGlibc } from "./lowerGlibc.ts";

describe("comparing glibc versions", () => {
  test.each<[a: string, b: string, older: boolean]>([
    ["2.36", "2.38", true],
    ["2.38", "2.38", false],
    ["2.9", "2.38", true],
    ["2.38", "2.9", false],
    ["3.0", "2.38", false],
  ])("%s is older than %s: %s", (a, b, older) => {
    expect(isOlderGlibc(a, b)).toBe(older);
  });
});

describe("lowering a library", () => {
  test("a C23 twin goes back to its plain name and to the oldest version of the machine", () => {
    const lowered = lowerGlibc(libraryCalling("__isoc23_strtol"), "2.36");
    expect(symbolOf(lowered)).toEqual({ name: "strtol", version: "GLIBC_2.2.5" });
  });

  test("the entry for the new version asks for the old one, for the loader reads every entry", () => {
    const lowered = lowerGlibc(libraryCalling("__isoc23_strtol"), "2.36");
    expect(versionNames(lowered)).toEqual(["GLIBC_2.2.5", "GLIBC_2.2.5"]);
  });

  test("fmod keeps its name", () => {
    expect(symbolOf(lowerGlibc(libraryCalling("fmod"), "2.36"))).toEqual({
      name: "fmod",
      version: "GLIBC_2.2.5",
    });
  });

  test("a function the system does not have at all is refused by name", () => {
    expect(() => lowerGlibc(libraryCalling("arc4random"), "2.36")).toThrow(
      "arc4random needs GLIBC_2.38, and this system has glibc 2.36",
    );
  });

  test("what the system has is left as it is", () => {
    const library = libraryCalling("__isoc23_strtol");
    expect(lowerGlibc(library, "2.38").equals(library)).toBe(true);
  });

  test("the bytes that were given are not touched", () => {
    const library = libraryCalling("__isoc23_strtol");
    const before = Buffer.from(library);
    lowerGlibc(library, "2.36");
    expect(library.equals(before)).toBe(true);
  });

  test("a file that is no library is refused", () => {
    expect(() => lowerGlibc(Buffer.alloc(64), "2.36")).toThrow("This is not a dynamic ELF library");
  });
});

// The smallest ELF file with one symbol, asked for as GLIBC_2.38 from a library that is also asked for GLIBC_2.2.5.
const at = { strings: 64, symbols: 192, versionOf: 256, needed: 272, headers: 320 };
const versionNumber = { base: 2, wanted: 3 };

function libraryCalling(symbol: string): Buffer {
  const elf = Buffer.alloc(at.headers + 5 * 64);
  const names = ["", symbol, "GLIBC_2.2.5", "GLIBC_2.38"];
  elf.write(`${names.join("\0")}\0`, at.strings, "latin1");
  const nameAt = (name: string) => elf.indexOf(`\0${name}\0`, at.strings, "latin1") + 1 - at.strings;

  elf.writeUInt32LE(nameAt(symbol), at.symbols + 24);
  elf.writeUInt16LE(versionNumber.wanted, at.versionOf + 2);

  elf.writeUInt16LE(2, at.needed + 2);
  elf.writeUInt32LE(16, at.needed + 8);
  [
    { number: versionNumber.base, name: nameAt("GLIBC_2.2.5"), next: 16 },
    { number: versionNumber.wanted, name: nameAt("GLIBC_2.38"), next: 0 },
  ].forEach(({ number, name, next }, i) => {
    const entry = at.needed + 16 + i * 16;
    elf.writeUInt32LE(1000 + number, entry);
    elf.writeUInt16LE(number, entry + 6);
    elf.writeUInt32LE(name, entry + 8);
    elf.writeUInt32LE(next, entry + 12);
  });

  elf.writeUInt16LE(62, 0x12);
  elf.writeBigUInt64LE(BigInt(at.headers), 0x28);
  elf.writeUInt16LE(64, 0x3a);
  elf.writeUInt16LE(5, 0x3c);
  const sections: [type: number, offset: number, size: number, link: number, entries: number][] = [
    [0, 0, 0, 0, 0],
    [3, at.strings, 128, 0, 0],
    [11, at.symbols, 48, 1, 0],
    [0x6fffffff, at.versionOf, 4, 2, 0],
    [0x6ffffffe, at.needed, 48, 1, 1],
  ];
  sections.forEach(([type, offset, size, link, entries], i) => {
    const header = at.headers + i * 64;
    elf.writeUInt32LE(type, header + 4);
    elf.writeBigUInt64LE(BigInt(offset), header + 24);
    elf.writeBigUInt64LE(BigInt(size), header + 32);
    elf.writeUInt32LE(link, header + 40);
    elf.writeUInt32LE(entries, header + 44);
  });
  return elf;
}

function symbolOf(elf: Buffer): { name: string; version: string | undefined } {
  const number = elf.readUInt16LE(at.versionOf + 2);
  const version = versionEntries(elf).find((entry) => entry.number === number)?.name;
  return { name: textAt(elf, elf.readUInt32LE(at.symbols + 24)), version };
}

function versionNames(elf: Buffer): string[] {
  return versionEntries(elf).map(({ name }) => name);
}

function versionEntries(elf: Buffer): { number: number; name: string }[] {
  return [0, 1].map((i) => {
    const entry = at.needed + 16 + i * 16;
    return { number: elf.readUInt16LE(entry + 6), name: textAt(elf, elf.readUInt32LE(entry + 8)) };
  });
}

function textAt(elf: Buffer, offset: number): string {
  const start = at.strings + offset;
  return elf.toString("latin1", start, elf.indexOf(0, start));
}
