import { model, Schema } from "mongoose";
import { passwordProblem } from "@gongzhi/shared/accounts";
import { isPublic, type Case } from "@gongzhi/shared/cases";
import { startOfShanghaiWeek, type AccountId } from "@gongzhi/shared/core";
import type { AccountService } from "../src/features/accounts/service.ts";
import type { AttachmentService } from "../src/features/attachments/service.ts";
import { workCalendar } from "../src/features/cases/calendar.ts";
import { followRepository } from "../src/features/cases/follows.repository.ts";
import { seedCases, type DemoCast } from "./demo.ts";
import { seedDivisions } from "./divisions.ts";
import { DEMO_PASSWORD, demoResidents, demoWorkers, neighbours, reporters, workerFor } from "./people.ts";
import { seedTaxonomy, sessions } from "./taxonomy.ts";

export { demoAccounts, DEMO_PASSWORD } from "./people.ts";

/** What the demonstration is made with. */
export interface SeedWorld {
  readonly accounts: Pick<AccountService, "enrolResident" | "enrolWorker">;
  readonly attachments: Pick<AttachmentService, "keep" | "claim">;
}

/** People made at once. */
const AT_ONCE = 16;

const SeedModel = model(
  "Seed",
  new Schema<{ _id: string; at: Date }>(
    { _id: String, at: { type: Date, required: true } },
    { versionKey: false },
  ),
);

/**
 * Fills an empty database with the demonstration: divisions, taxonomy, people, and the sample reports as cases of the
 * days before. It is finished once; broken off, it goes on where it was, because everything has a natural key.
 */
export async function seedDemo(world: SeedWorld, now: Date): Promise<void> {
  if (await SeedModel.exists({ _id: "demo" })) return;
  await seedDivisions();
  await seedTaxonomy();
  const cast = await seedPeople(world, now);
  const cases = await seedCases({
    ...cast,
    photos: world.attachments,
    calendar: workCalendar(sessions),
    now,
  });
  await seedFollows(cases, cast.followers, now);
  await SeedModel.create({ _id: "demo", at: now });
}

type Cast = Pick<DemoCast, "reporter" | "worker"> & { followers: readonly AccountId[] };

async function seedPeople({ accounts }: SeedWorld, now: Date): Promise<Cast> {
  const problem = passwordProblem(DEMO_PASSWORD, "");
  if (problem) throw new Error(`The demonstration's password is refused: ${problem}`);

  const workers = await inParts(demoWorkers, async ({ name, posts }) => {
    const id = await accounts.enrolWorker({ name, password: DEMO_PASSWORD, posts: [...posts] }, now);
    return [name, id] as const;
  });
  const residents = await inParts(demoResidents, async (resident) => {
    return [resident.phone, await accounts.enrolResident(resident, now)] as const;
  });

  const known = (accountsOf: ReadonlyMap<string, AccountId>, key: string): AccountId => {
    const id = accountsOf.get(key);
    if (!id) throw new Error(`The demonstration knows nobody called ${key}`);
    return id;
  };
  return {
    reporter: (letter) => known(residents, reporters[letter]?.phone ?? letter),
    worker: (who, gridCode, unit) => {
      if (who === "station") return known(workers, workerFor(gridCode, "station", unit ?? ""));
      const role = ({ grid: "gridWorker", community: "communityWorker", desk: "commandDesk" } as const)[who];
      return known(workers, workerFor(gridCode, role));
    },
    followers: neighbours.map(({ phone }) => known(residents, phone)),
  };
}

/** Does the same for many, several at a time, and keeps the results by name. */
async function inParts<Item>(
  items: readonly Item[],
  make: (item: Item) => Promise<readonly [string, AccountId]>,
) {
  const made = new Map<string, AccountId>();
  for (let at = 0; at < items.length; at += AT_ONCE) {
    for (const [name, id] of await Promise.all(items.slice(at, at + AT_ONCE).map(make))) made.set(name, id);
  }
  return made;
}

/** Neighbours follow public cases around them, at moments spread over this week. */
async function seedFollows(
  cases: readonly Case[],
  followers: readonly AccountId[],
  now: Date,
): Promise<void> {
  const open = cases.filter(isPublic);
  const monday = startOfShanghaiWeek(now).getTime();
  for (const [at, accountId] of followers.entries()) {
    const kase = open[(at * 7) % open.length];
    if (!kase) continue;
    const from = Math.max(monday, kase.submittedAt.getTime());
    const moment = from + Math.floor(((now.getTime() - from) * (at + 1)) / (followers.length + 1));
    await followRepository.add(kase, accountId, new Date(moment));
  }
}
