import { startOfShanghaiDay, startOfShanghaiWeek, DAY_MS } from "@gongzhi/shared/core";
import { caseFigures } from "./figures.repository.ts";
import { followRepository } from "./follows.repository.ts";
import { caseLists } from "./lists.repository.ts";
import { moving } from "./moving.ts";
import { presenter } from "./present.ts";
import { reading } from "./reading.ts";
import { reporting } from "./reporting.ts";
import { caseRepository } from "./repository.ts";
import { silence } from "./silence.ts";
import { teller } from "./tell.ts";
import type { CaseWorld } from "./world.ts";

/** The days behind us that rates are computed over. */
const RATE_DAYS = 30;

/** Where cases are stored. */
export const caseStorage = {
  cases: caseRepository,
  lists: caseLists,
  follows: followRepository,
  figures: caseFigures,
} as const;

/** Everything that happens to cases. */
export const caseService = (world: CaseWorld) => {
  const show = presenter(world);
  const tell = teller(world);

  return {
    ...reporting(world, show, tell),
    ...reading(world, show),
    ...moving(world, show, tell),
    ...silence(world, tell),
    onChange: tell.onChange,

    /** The counts of a division that come from its cases alone. */
    counts: (division: string, now: Date) =>
      world.figures.counts(
        division,
        { today: startOfShanghaiDay(now), month: new Date(now.getTime() - RATE_DAYS * DAY_MS) },
        now,
      ),

    /** The residents who took part in the cases of a division since Monday. */
    takingPart: (division: string, now: Date) => world.figures.takingPart(division, startOfShanghaiWeek(now)),
  };
};
export type CaseService = ReturnType<typeof caseService>;
