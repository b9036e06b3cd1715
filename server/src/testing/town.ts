import sharp from "sharp";
import type { z } from "zod";
import type { Post } from "@gongzhi/shared/accounts";
import type { caseApi, CaseView } from "@gongzhi/shared/cases";
import { DAY_MS } from "@gongzhi/shared/core";
import { seedDivisions } from "../../seeds/divisions.ts";
import { seedTaxonomy } from "../../seeds/taxonomy.ts";
import type { AppSettings } from "../app.ts";
import { SessionModel } from "../features/accounts/model.ts";
import type { Person, SignedInPerson } from "./person.ts";
import { openWorld, type SomeResident, type World } from "./world.ts";

/** Places every test knows. */
export const places = {
  grid: "990102001001001",
  nextGrid: "990102001001002",
  community: "990102001001",
  otherCommunity: "990102001002",
  otherGrid: "990102001002001",
  town: "990102001000",
  otherTown: "990102002000",
  otherTownsGrid: "990102002001001",
  county: "990102000000",
  otherCounty: "990121000000",
} as const;

/** Event types every test knows, by what matters about them. */
export const events = {
  /** Litter: the grid may handle it, the result needs a photo, everything is public. */
  litter: "010100",
  /** A street lamp: dispatched to a station, no photo needed. */
  lamp: "040400",
  /** Noise of neighbours: for the parties only. */
  noise: "020100",
  /** Noise of a business, which stays unnamed until the finding. */
  shopNoise: "020300",
  /** A loose manhole cover: an emergency, which cannot be withdrawn. */
  manhole: "040300",
} as const;

type ReportInput = z.input<typeof caseApi.report.input>;

/** A world with the demonstration's places and event types, and people to do something in it. */
export interface Town extends World {
  worker(role: Post["role"], territory: string, dept?: string): Promise<SignedInPerson>;
  resident(about?: SomeResident): Promise<SignedInPerson>;
  /** Reports something; says only what matters. */
  report(by: Person, report?: Partial<ReportInput>): Promise<CaseView>;
  /** Makes a move on the case as it is now. */
  move(by: Person, kase: CaseView, move: string, rest?: MoveInput): Promise<CaseView>;
  /** A photo somebody has sent. */
  photo(by: Person): Promise<string>;
  /** Goes on to a moment, or by so many milliseconds, with everybody still signed in. */
  goTo(when: string | number): Promise<void>;
}

/** What comes with a move. */
export type MoveInput = Partial<Omit<z.input<typeof caseApi.move.input>, "caseId" | "move">>;

/** Opens a world with its places and event types. */
export async function openTown(replaced: Partial<AppSettings> & { now?: Date } = {}): Promise<Town> {
  const world = await openWorld({ limited: false, ...replaced });
  await seedDivisions();
  await seedTaxonomy();
  const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#678" } })
    .jpeg()
    .toBuffer();

  return {
    ...world,
    worker: (role, territory, dept) =>
      world.signInWorker(dept === undefined ? { role, territory } : { role, territory, dept }),
    resident: (about) => world.signInResident(about),
    report: (by, report) => by.client.cases.report(someReport(report)),
    async move(by, { id, revision }, move, rest = {}) {
      return by.client.cases.move({ caseId: id, revision, move: move as never, ...rest });
    },
    photo: async (by) => (await by.sendPhoto(picture)).id,
    async goTo(when) {
      if (typeof when === "number") world.clock.pass(when);
      else world.clock.set(when);
      const seenAt = world.clock.now();
      await SessionModel.updateMany({}, { seenAt, expiresAt: new Date(seenAt.getTime() + DAY_MS) });
    },
  };
}

/** A report that says only what matters to a test. */
export const someReport = (report: Partial<ReportInput> = {}): ReportInput => ({
  draftId: crypto.randomUUID(),
  words: "楼下的垃圾堆了三天没人清，味道很大。",
  typeCode: events.litter,
  place: { gridCode: places.grid, point: null, address: null },
  channel: "web",
  ...report,
});
