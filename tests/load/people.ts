import { demoWorkers } from "../../server/seeds/people.ts";
import { signInResident, signInWorker } from "../support/signIn.ts";
import { callerAt, type Caller } from "./caller.ts";

/** Sign-ins under way at once. */
const LANES = 8;
/** The addresses of workers begin here, above those of residents. */
const WORKERS_FROM = 0x8000;

/** Signs so many new residents in, each from an address of their own. */
export async function signInResidents(url: string, many: number): Promise<Caller[]> {
  const residents: Caller[] = [];
  let next = 0;
  const lane = async () => {
    while (next < many) {
      const number = next++;
      const phone = `17${String(number).padStart(9, "0")}`;
      residents.push(callerAt(url, number, await signInResident(callerAt(url, number).client, phone)));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return residents;
}

/** Somebody who works, and for which part of the county. */
export type Worker = Caller & { readonly territory: string };

/** Signs the demonstration's workers of one role in, in the order of their territories. */
export async function signInWorkers(url: string, role: "gridWorker" | "communityWorker"): Promise<Worker[]> {
  const workers: Worker[] = [];
  for (const { name, posts } of demoWorkers) {
    const post = posts.find((each) => each.role === role);
    if (!post) continue;
    const address = WORKERS_FROM + workers.length;
    const token = await signInWorker(callerAt(url, address).client, name);
    workers.push({ ...callerAt(url, address, token), territory: post.territory });
  }
  return workers;
}
