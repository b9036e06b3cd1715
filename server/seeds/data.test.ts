import { isCaseNumber, readableCaseNumber } from "@gongzhi/shared/cases";
import { isUscc, passesMod11x10 } from "@gongzhi/shared/core";
import { addressIndex, isWithin, levelOf, parentOf, searchAddresses } from "@gongzhi/shared/divisions";
import { describe, expect, test } from "vitest";
import addressData from "./data/addresses.json" with { type: "json" };
import divisions from "./data/divisions.json" with { type: "json" };
import reportData from "./data/reports.json" with { type: "json" };
import taxonomy from "./data/taxonomy.json" with { type: "json" };

const { addresses } = addressData;
const { reports } = reportData;

test("all of it says that it is a demonstration", () => {
  for (const { note } of [addressData, divisions, reportData, taxonomy]) expect(note).toContain("demo");
});

describe("the codes of the demonstration", () => {
  test.each(divisions.flat.map(({ code, name, level, parent }) => [name, code, level, parent] as const))(
    "%s %s is a %s below %s",
    (_, code, level, parent) => {
      expect(levelOf(code)).toBe(level === "village" ? "community" : level);
      expect(parentOf(code)).toBe(parent);
      expect(code.startsWith("99")).toBe(true);
    },
  );

  test.each(divisions.organisations.map(({ name, uscc, division }) => [name, uscc, division] as const))(
    "%s has the valid credit code %s and a division of the register, %s",
    (_, uscc, division) => {
      expect(isUscc(uscc)).toBe(true);
      expect(divisions.flat.map(({ code }) => code)).toContain(division);
    },
  );

  test("every case number is valid, once there, and its grid lies in its community", () => {
    for (const { caseNo, gridCode, divisionCode } of reports) {
      expect(isCaseNumber(caseNo)).toBe(true);
      expect(readableCaseNumber(caseNo)).toMatch(/^SJ \d{8} \d{5} \d$/);
      expect(levelOf(gridCode)).toBe("grid");
      expect(isWithin(gridCode, divisionCode)).toBe(true);
    }
    expect(new Set(reports.map(({ caseNo }) => caseNo)).size).toBe(30);
  });
});

describe("the unified addresses", () => {
  const index = addressIndex(addresses);
  const texts = addresses.flatMap(({ addressCode, standard, aliases }) =>
    [standard, ...aliases.map(({ text }) => text)].map((text) => [text, addressCode] as const),
  );

  test.each(texts)("%s means %s for certain", (text, addressCode) => {
    const [first, second] = searchAddresses(text, index);
    expect(first).toMatchObject({ score: 1, address: { addressCode } });
    expect(second?.score ?? 0).toBeLessThan(1);
  });

  test("have valid codes in the community they name", () => {
    for (const { addressCode, division, standard } of addresses) {
      expect(addressCode).toHaveLength(28);
      expect(passesMod11x10(addressCode)).toBe(true);
      expect(addressCode.startsWith(division)).toBe(true);
      expect(standard).toContain(divisions.flat.find(({ code }) => code === division)?.name);
    }
  });
});
