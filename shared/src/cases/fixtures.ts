import type { Actor, Post } from "../accounts/roles.ts";
import { guest } from "../accounts/roles.ts";
import type { AccountId, CaseId } from "../core/index.ts";
import type { EventType } from "../taxonomy/model.ts";
import type { Case, Report } from "./model.ts";
import { newCase } from "./newCase.ts";
import { weekdayCalendar } from "./workCalendar.ts";

/** Monday 2026-03-09, 09:00 in Shanghai, half an hour after the offices opened. */
export const monday = new Date("2026-03-09T09:00:00+08:00");

/** Monday to Friday without any holiday. */
export const calendar = weekdayCalendar();

const account = (digit: string) => digit.repeat(24) as AccountId;
const worker = (digit: string, post: Post): Actor => ({ kind: "worker", id: account(digit), posts: [post] });

export const GRID = "990102001001002";
const TOWN = "990102001000";

export const reporter: Actor = { kind: "resident", id: account("1"), posts: [] };
export const neighbour: Actor = { kind: "resident", id: account("2"), posts: [] };
export const gridWorker = worker("3", { role: "gridWorker", territory: GRID });
export const communityWorker = worker("4", { role: "communityWorker", territory: "990102001001" });
export const commandDesk = worker("5", { role: "commandDesk", territory: TOWN });
export const station = worker("6", { role: "station", territory: TOWN, dept: "HW" });
export const otherGridWorker = worker("7", { role: "gridWorker", territory: "990102001001003" });
export const otherStation = worker("8", { role: "station", territory: TOWN, dept: "ZFD" });
export { guest };

/** 垃圾箱满溢或破损: public in full, the grid can handle it, evidence wanted, limits of 2, 4 and 16 working hours. */
export const overflowingBin: EventType = {
  code: "010400",
  classCode: "01",
  nameZh: "垃圾箱满溢或破损",
  nameEn: "Overflowing or broken bin",
  aliases: [{ name: "垃圾桶满溢" }],
  platform: "ZF",
  dept: "HW",
  level: "G",
  priority: "P3",
  sla: { clock: "working", acceptH: 2, respondH: 4, resolveH: 16 },
  publicScope: "full",
  requiredFields: ["title", "description", "location", "occurredAt", "photos"],
  closeCriteria: "垃圾清除,地面无残留",
};

/** A report as a resident sends it. */
export const someReport = (given: Partial<Report> = {}): Report => ({
  draftId: "0b0e4c9e-6f0a-4a53-8a55-1f3b6a4f4f10",
  words: "2幢楼下垃圾桶三天没清。厨余袋子堆在地上，苍蝇很多。",
  typeCode: overflowingBin.code,
  localTerm: "垃圾桶满溢",
  answers: {},
  place: { gridCode: GRID, point: { lng: 120.1, lat: 30.2 }, address: "望湖苑2幢楼下" },
  photoIds: [],
  anonymous: true,
  contactConsent: true,
  channel: "web",
  ...given,
});

/** A case that was just reported, with whatever matters to the test. */
export function someCase(given: Partial<Case> = {}, type: Partial<EventType> = {}): Case {
  const kase = newCase(someReport(), {
    id: "a".repeat(24) as CaseId,
    caseNo: "SJ20260309000011",
    reporterId: account("1"),
    gridCode: GRID,
    type: { ...overflowingBin, ...type },
    now: monday,
    calendar,
  });
  return { ...kase, ...given };
}
