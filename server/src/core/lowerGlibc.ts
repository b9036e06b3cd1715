/**
 * Lowers what an ELF library asks of glibc, so that the embedded engine loads on Debian 12.
 *
 * The engine is compiled on a system with glibc 2.38 and therefore asks for symbol versions an older system does not
 * have. Almost nothing behind those versions is new: a C23 build calls `__isoc23_strtol` & co. where an older build
 * calls `strtol` (same signature; the twin also accepts `0b` literals), and 2.38 gave `fmod` a new version that only
 * drops an obsolete error hook. Each is pointed back at its plain name and at the machine's oldest version. A symbol without such a twin is refused by name: a wrong guess here would crash far from its cause.
 *
 * @see System V ABI, chapter 4 (dynamic symbols) and the LSB's "Symbol Versioning"
 */

const DYNAMIC_SYMBOLS = 11;
const VERSIONS_NEEDED = 0x6ffffffe;
const VERSION_OF_SYMBOL = 0x6fffffff;
const SYMBOL_SIZE = 24;
const HIDDEN_BIT = 0x8000;

/** The first glibc there was for a machine (`e_machine`: x86-64, AArch64): what every plain name is versioned as. */
const baseVersions: Readonly<Record<number, string>> = { 62: "GLIBC_2.2.5", 183: "GLIBC_2.17" };

const C23 = "__isoc23_";

type Section = Readonly<{ offset: number; size: number; link: number; entries: number }>;
type Version = Readonly<{ at: number; hash: number; index: number; name: number; text: string }>;

/** Whether glibc `a` is older than glibc `b`, both written as "2.36". */
export function isOlderGlibc(a: string, b: string): boolean {
  const [aMajor = 0, aMinor = 0] = a.split(".").map(Number);
  const [bMajor = 0, bMinor = 0] = b.split(".").map(Number);
  return aMajor < bMajor || (aMajor === bMajor && aMinor < bMinor);
}

/** The library as a system with this glibc can load it; throws when it needs a function that glibc lacks. */
export function lowerGlibc(library: Buffer, glibc: string): Buffer {
  const elf = Buffer.from(library);
  const baseVersion = baseVersions[elf.readUInt16LE(0x12)];
  const symbols = section(elf, DYNAMIC_SYMBOLS);
  const versionOf = section(elf, VERSION_OF_SYMBOL);
  const strings = sectionAt(elf, symbols.link).offset;

  for (const versions of versionsByLibrary(elf, strings)) {
    const base = versions.find(({ text }) => text === baseVersion);
    for (const wanted of versions.filter(({ text }) => isTooNew(text, glibc))) {
      for (let i = 0; i < symbols.size / SYMBOL_SIZE; i++) {
        const versionAt = versionOf.offset + i * 2;
        if ((elf.readUInt16LE(versionAt) & ~HIDDEN_BIT) !== wanted.index) continue;

        const symbolAt = symbols.offset + i * SYMBOL_SIZE;
        const name = textAt(elf, strings + elf.readUInt32LE(symbolAt));
        const plain = plainTwin(name);
        if (!base || !plain)
          throw new Error(`${name} needs ${wanted.text}, and this system has glibc ${glibc}`);
        // The plain name is the tail of the long one, so it is already in the string table.
        elf.writeUInt32LE(elf.readUInt32LE(symbolAt) + name.length - plain.length, symbolAt);
        elf.writeUInt16LE(base.index, versionAt);
      }
      // Nothing uses the new version any more, but the loader checks the list: let the entry ask for the base.
      if (base) {
        elf.writeUInt32LE(base.hash, wanted.at);
        elf.writeUInt32LE(base.name, wanted.at + 8);
      }
    }
  }
  return elf;
}

function plainTwin(name: string): string | undefined {
  if (name.startsWith(C23)) return name.slice(C23.length);
  return name === "fmod" ? name : undefined;
}

function isTooNew(version: string, glibc: string): boolean {
  const [, number] = /^GLIBC_(2\.\d+)/.exec(version) ?? [];
  return number !== undefined && isOlderGlibc(glibc, number);
}

function section(elf: Buffer, type: number): Section {
  const count = elf.readUInt16LE(0x3c);
  for (let i = 0; i < count; i++) {
    if (elf.readUInt32LE(sectionHeader(elf, i) + 4) === type) return sectionAt(elf, i);
  }
  throw new Error("This is not a dynamic ELF library");
}

function sectionAt(elf: Buffer, index: number): Section {
  const at = sectionHeader(elf, index);
  return {
    offset: Number(elf.readBigUInt64LE(at + 24)),
    size: Number(elf.readBigUInt64LE(at + 32)),
    link: elf.readUInt32LE(at + 40),
    entries: elf.readUInt32LE(at + 44),
  };
}

function sectionHeader(elf: Buffer, index: number): number {
  return Number(elf.readBigUInt64LE(0x28)) + index * elf.readUInt16LE(0x3a);
}

/** For each library this one links to (libc, libm …), the versions it asks of it. */
function* versionsByLibrary(elf: Buffer, strings: number): Generator<Version[]> {
  const needed = section(elf, VERSIONS_NEEDED);
  let at = needed.offset;
  for (let i = 0; i < needed.entries; i++) {
    const versions: Version[] = [];
    let version = at + elf.readUInt32LE(at + 8);
    for (let j = 0; j < elf.readUInt16LE(at + 2); j++) {
      const name = elf.readUInt32LE(version + 8);
      versions.push({
        at: version,
        hash: elf.readUInt32LE(version),
        index: elf.readUInt16LE(version + 6),
        name,
        text: textAt(elf, strings + name),
      });
      version += elf.readUInt32LE(version + 12);
    }
    yield versions;
    at += elf.readUInt32LE(at + 12);
  }
}

function textAt(elf: Buffer, at: number): string {
  return elf.toString("latin1", at, elf.indexOf(0, at));
}
