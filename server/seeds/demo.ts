import {
  carryOut,
  decideMove,
  makeCaseNumber,
  newCase,
  Report,
  type Case,
  type Channel,
  type MoveRequest,
  type Standing,
  type WorkCalendar,
} from "@gongzhi/shared/cases";
import { CaseId, shanghaiDay, type AccountId, type AttachmentId } from "@gongzhi/shared/core";
import { countyOf } from "@gongzhi/shared/divisions";
import { idFrom } from "../src/core/ids.ts";
import { caseRepository } from "../src/features/cases/repository.ts";
import type { AttachmentService } from "../src/features/attachments/service.ts";
import samples from "./data/reports.json" with { type: "json" };
import { pointIn } from "./grids.ts";
import { momentsOf, movedToNow } from "./moments.ts";
import { picture } from "./pictures.ts";
import type { Actor, Scene, Step, Story } from "./stories.ts";
import { stories } from "./stories.ts";
import { eventType } from "./taxonomy.ts";

/** Who is who, and what the sample cases are made with. */
export interface DemoCast {
  /** The account of the resident who goes by this letter in the samples. */
  reporter(letter: string): AccountId;
  /** The account of the worker who makes a step for a grid. */
  worker(who: Exclude<Actor, "reporter" | "system">, gridCode: string, unit: string | null): AccountId;
  readonly photos: Pick<AttachmentService, "keep" | "claim">;
  readonly calendar: WorkCalendar;
  readonly now: Date;
}

const JUST_IN_MS = 20 * 60_000;

type Sample = (typeof samples.reports)[number];

const channels: Readonly<Record<string, Channel>> = {
  "网页": "web",
  "小程序": "miniapp",
  "网格员": "gridWorker",
  "12345转办": "hotline12345",
};

const standings: Readonly<Record<Actor, Standing>> = {
  reporter: "reporter",
  grid: "gridWorker",
  community: "communityWorker",
  desk: "commandDesk",
  station: "station",
  system: "system",
};

/** Makes the sample reports into cases and leads each along its story, by the rules everybody else follows. */
export async function seedCases(cast: DemoCast): Promise<Case[]> {
  const times = movedToNow(
    samples.reports.map(({ occurredAt }) => new Date(occurredAt)),
    cast.now,
  );
  const inOrder = samples.reports
    .map((sample, at) => ({ sample, number: at + 1, submittedAt: times[at] ?? cast.now }))
    .map((each) => ({ ...each, submittedAt: justIn(each.number, cast.now) ?? each.submittedAt }))
    .sort((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime());

  const seeded: Case[] = [];
  for (const { sample, number, submittedAt } of inOrder) {
    const story = stories.find((each) => each.sample === number) ?? { sample: number, steps: [] };
    seeded.push(await seedCase(sample, story, submittedAt, cast));
  }
  return seeded;
}

/** What waits to be accepted has only just come in, whatever the hour: nobody has let it lie. */
function justIn(number: number, now: Date): Date | null {
  const untouched = samples.reports.length - number;
  const waits = !stories.some((each) => each.sample === number);
  return waits ? new Date(now.getTime() - (untouched + 1) * JUST_IN_MS) : null;
}

async function seedCase(sample: Sample, story: Story, submittedAt: Date, cast: DemoCast): Promise<Case> {
  const reporterId = cast.reporter(sample.reporter.displayName.charAt(2));
  const draftId = uuidFrom("sample", String(story.sample));
  const id = CaseId.parse(idFrom("case", reporterId, draftId));
  const stored = await caseRepository.find(id);
  if (stored) return stored;

  const photoIds = await photosOf(
    story.scenes ?? [],
    { owner: reporterId, caseId: id, key: "report", at: submittedAt },
    cast,
  );
  const report = Report.parse({
    draftId,
    words: sample.description,
    typeCode: sample.expectedTypeCode,
    localTerm: sample.localTerm,
    answers: answersOf(sample.fields),
    place: { gridCode: sample.gridCode, point: pointIn(sample.gridCode, story.sample), address: null },
    photoIds,
    anonymous: sample.anonymousToPublic,
    contactConsent: true,
    channel: "web",
  });
  const begun = newCase(report, {
    id,
    caseNo: await nextNumber(sample.gridCode, submittedAt),
    reporterId,
    gridCode: sample.gridCode,
    type: eventType(sample.expectedTypeCode),
    now: submittedAt,
    calendar: cast.calendar,
  });
  const kase = { ...begun, title: sample.title, channel: channels[sample.channel] ?? "web" };

  const inserted = await caseRepository.insert(await lead(kase, story.steps, cast));
  if (inserted === "number_taken") throw new Error(`The number ${kase.caseNo} is taken`);
  return inserted.kase;
}

/** The case after all steps of its story. */
async function lead(begun: Case, steps: readonly Step[], cast: DemoCast): Promise<Case> {
  const { now: end, calendar } = cast;
  const moments = momentsOf(steps, { start: begun.submittedAt, now: end, clock: begun.sla.clock, calendar });
  let kase = begun;
  for (const [at, { who, request: wanted, scene }] of steps.entries()) {
    const now = moments[at] ?? cast.now;
    const byId = actorOf(who, kase, cast);
    const place = { owner: byId ?? kase.reporterId, caseId: kase.id, key: `step ${at}`, at: now };
    const request: MoveRequest = { ...wanted, photoIds: await photosOf(scene ? [scene] : [], place, cast) };
    const decision = decideMove([standings[who]], kase, request, now);
    if (!decision.ok) throw new Error(`${kase.title}: ${request.move} is refused, ${decision.code}`);
    kase = carryOut(kase, request, { ...decision.value, byId, now, calendar: cast.calendar });
  }
  return kase;
}

function actorOf(who: Actor, kase: Case, cast: DemoCast): AccountId | null {
  if (who === "system") return null;
  return who === "reporter" ? kase.reporterId : cast.worker(who, kase.gridCode, kase.unit);
}

interface PhotoPlace {
  readonly owner: AccountId;
  readonly caseId: CaseId;
  readonly key: string;
  readonly at: Date;
}

async function photosOf(
  scenes: readonly Scene[],
  place: PhotoPlace,
  { photos }: DemoCast,
): Promise<AttachmentId[]> {
  const ids: AttachmentId[] = [];
  for (const [at, scene] of scenes.entries()) {
    const deviceId = uuidFrom("photo", place.caseId, place.key, String(at));
    const kept = await photos.keep({
      ownerId: place.owner,
      deviceId,
      file: await picture(scene),
      now: place.at,
    });
    ids.push(kept.id);
  }
  await photos.claim(ids, place.owner, place.caseId);
  return ids;
}

async function nextNumber(gridCode: string, at: Date): Promise<string> {
  const day = shanghaiDay(at).replaceAll("-", "");
  return makeCaseNumber(day, await caseRepository.nextSequence(countyOf(gridCode) ?? "", day));
}

const answersOf = (fields: object): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));

/** The UUID that follows from these parts, so that seeding again finds what is there. */
function uuidFrom(...parts: string[]): string {
  const hex = idFrom("demo", ...parts) + idFrom(...parts, "demo");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
