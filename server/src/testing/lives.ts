import {
  carryOut,
  decideMove,
  makeCaseNumber,
  newCase,
  openMoves,
  officeSessions,
  Report,
  type Case,
  type MoveRequest,
  type Standing,
} from "@gongzhi/shared/cases";
import { CaseId, DAY_MS, HOUR_MS, shanghaiDay, type AccountId } from "@gongzhi/shared/core";
import { eventType } from "../../seeds/taxonomy.ts";
import { idFrom } from "../core/ids.ts";
import { workCalendar } from "../features/cases/calendar.ts";
import { events } from "./town.ts";

/** Chance that is the same for the same seed. */
export interface Lottery {
  below(most: number): number;
  oneOf<Item>(items: readonly Item[]): Item;
}

/** Chance from a seed: mulberry32, T. Ettinger. */
export function lottery(seed: number): Lottery {
  let state = seed >>> 0;
  const below = (most: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * most);
  };
  return { below, oneOf: (items) => items[below(items.length)] as (typeof items)[number] };
}

const everybody: readonly Standing[] = [
  "reporter",
  "gridWorker",
  "communityWorker",
  "commandDesk",
  "station",
  "system",
];

/** Moves that lead nowhere new, or to an early end; each is taken one time in so many. */
const seldom: Readonly<Record<string, number>> = {
  withdraw: 12,
  reject: 12,
  askInfo: 4,
  contact: 3,
  progress: 4,
};

/** What any move may need. */
const everything: Omit<MoveRequest, "move"> = {
  text: "情况如此。",
  reason: "notPublic",
  unit: "SZ",
  result: "solved",
  photoIds: ["a".repeat(24)],
};

interface Beginning {
  readonly serial: number;
  readonly reporterId: AccountId;
  readonly gridCode: string;
  readonly now: Date;
}

/** A case that began in the last forty days and was led by chance along moves the rules allow. */
export function randomLife(chance: Lottery, { serial, reporterId, gridCode, now }: Beginning): Case {
  const calendar = workCalendar(officeSessions);
  let at = new Date(now.getTime() - chance.below(chance.oneOf([1, 7, 40]) * DAY_MS));
  const draftId = `00000000-0000-4000-8000-${String(serial).padStart(12, "0")}`;
  const report = Report.parse({
    draftId,
    words: "随便写的一件事。",
    typeCode: events.lamp,
    place: { gridCode, point: null, address: null },
    channel: "web",
  });
  let kase = newCase(report, {
    id: CaseId.parse(idFrom("life", reporterId, draftId)),
    caseNo: makeCaseNumber(shanghaiDay(at).replaceAll("-", ""), serial + 1),
    reporterId,
    gridCode,
    type: eventType(chance.oneOf(Object.values(events))),
    now: at,
    calendar,
  });
  for (let steps = chance.below(30); steps > 0; steps -= 1) {
    at = new Date(at.getTime() + chance.below(chance.oneOf([1, 4, 30]) * HOUR_MS));
    // Most lives should be long ones.
    const moves = openMoves(everybody, kase, at).filter((each) => chance.below(seldom[each] ?? 1) === 0);
    const move = chance.oneOf(moves);
    if (at > now) break;
    if (!move) continue;
    const by = everybody.filter((standing) => openMoves([standing], kase, at).includes(move));
    const request = { move, ...everything };
    const decision = decideMove([chance.oneOf(by)], kase, request, at);
    if (!decision.ok) break;
    kase = carryOut(kase, request, { ...decision.value, byId: reporterId, now: at, calendar });
  }
  return kase;
}
