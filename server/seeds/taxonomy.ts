import { officeSessions, type WorkSession } from "@gongzhi/shared/cases";
import { Catalogue, type Department, type EventType } from "@gongzhi/shared/taxonomy";
import { writeTaxonomy } from "../src/features/taxonomy/repository.ts";
import source from "./data/taxonomy.json" with { type: "json" };

const catalogue = Catalogue.parse(source);

export const departments: readonly Department[] = catalogue.departments;

/** The event type of a code of the demonstration's taxonomy. */
export function eventType(code: string): EventType {
  const found = catalogue.types.find((type) => type.code === code);
  if (!found) throw new Error(`The taxonomy has no event type ${code}`);
  return found;
}

const minutes = (clock: string | undefined): number => {
  const [hour = 0, minute = 0] = (clock ?? "").split(":").map(Number);
  return hour * 60 + minute;
};

/** The office hours of the taxonomy's calendar. */
export const sessions: readonly WorkSession[] = source.calendar.sessions.length
  ? source.calendar.sessions.map(([from, to]) => [minutes(from), minutes(to)] as const)
  : officeSessions;

/** Writes the taxonomy over the version of the same number. */
export const seedTaxonomy = (): Promise<void> =>
  writeTaxonomy({ catalogue, inForceFrom: source.date, sessions: [...sessions] });
