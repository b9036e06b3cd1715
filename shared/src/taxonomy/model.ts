import { z } from "zod";

export const Platform4 = z.enum(["ZZ", "SC", "ZF", "BM"]);
/** One of the four platforms: 综治工作, 市场监管, 综合执法, 便民服务. */
export type Platform4 = z.infer<typeof Platform4>;

export const Priority = z.enum(["P1", "P2", "P3", "P4"]);
export type Priority = z.infer<typeof Priority>;

export const HandlingLevel = z.enum(["G", "T", "C"]);
/** Who can handle it: the grid itself, the town, the county. */
export type HandlingLevel = z.infer<typeof HandlingLevel>;

export const PublicScope = z.enum(["full", "masked_until_closed", "internal"]);
export type PublicScope = z.infer<typeof PublicScope>;

/** The limits of an event type in hours of its clock. */
export const Sla = z.object({
  clock: z.enum(["working", "natural"]),
  acceptH: z.number(),
  respondH: z.number(),
  resolveH: z.number(),
});
export type Sla = z.infer<typeof Sla>;

/** A standard event type of the unified taxonomy. */
export const EventType = z.object({
  /** Six digits: class, leaf, local variant. */
  code: z.string().length(6),
  classCode: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  aliases: z.array(
    z.object({ name: z.string(), locality: z.string().optional(), source: z.string().optional() }),
  ),
  platform: Platform4,
  dept: z.string(),
  level: HandlingLevel,
  priority: Priority,
  sla: Sla,
  publicScope: PublicScope,
  requiredFields: z.array(z.string()),
  closeCriteria: z.string(),
  disambiguateWith: z.array(z.string()).optional(),
});
export type EventType = z.infer<typeof EventType>;

export const EventClass = z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() });
export type EventClass = z.infer<typeof EventClass>;

/** A department of the taxonomy, by its standard code. */
export const Department = z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() });
export type Department = z.infer<typeof Department>;

/** A version of the whole taxonomy. */
export const Catalogue = z.object({
  version: z.string(),
  classes: z.array(EventClass),
  departments: z.array(Department),
  types: z.array(EventType),
});
export type Catalogue = z.infer<typeof Catalogue>;

/** What nobody could name better. */
export const OTHER_EVENT = "149900";
