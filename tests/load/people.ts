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

/** Signs the demonstration's workers of one role in, in the order of their territories. */
export async function signInWorkers(url: string, role: "gridWorker" | "communityWorker"): Promise<Caller[]> {
  const workers: Caller[] = [];
  for (const { name, posts } of demoWorkers) {
    if (!posts.some((post) => post.role === role)) continue;
    const address = WORKERS_FROM + workers.length;
    workers.push(callerAt(url, address, await signInWorker(callerAt(url, address).client, name)));
  }
  return workers;
}
