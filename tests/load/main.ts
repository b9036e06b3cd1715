// `npm run load`: the portal under load, beside bare servers that do the same work in the same minutes.
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { CONNECTIONS } from "./bombard.ts";
import { measureCreating, REPORTERS } from "./creating.ts";
import { measureListing } from "./listing.ts";
import { residentMiB } from "./memory.ts";
import { signInResidents, signInWorkers } from "./people.ts";
import { describeDatabase } from "./plans.ts";
import { busiest } from "./profile.ts";
import { measurePush, SOCKETS } from "./pushing.ts";
import { pushTable, ratioTable, requestTable } from "./results.ts";
import { setStage } from "./stage.ts";
import { copyCases, sizeOfCases } from "./storedCases.ts";
import { section, short, table } from "./table.ts";

/** The whole bench ends by then, whatever hangs. */
const MOST_MS = 175_000;

const profiles = process.argv.includes("--profile") ? mkdtempSync(join(tmpdir(), "gongzhi-profile-")) : null;
if (profiles) process.once("exit", () => rmSync(profiles, { recursive: true, force: true }));
setTimeout(() => {
  process.stderr.write("The bench was not finished in time.\n");
  process.exit(1);
}, MOST_MS).unref();
// Whatever was started and written ends with this process.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(130));

section(
  "Gongzhi under load",
  `  Node ${process.version} on ${process.platform}, ${cpus().length} cores: ${cpus()[0]?.model ?? ""}`,
  "  The load, the clients and the servers share these cores; the ratios compare what shared them alike.",
);
const stage = await setStage(profiles ? ["--cpu-prof", `--cpu-prof-dir=${profiles}`] : []);
const memory = async (when: string) => [
  when,
  short(await residentMiB(stage.portal.pid)),
  short(await residentMiB(stage.bareHttp.pid)),
  short(await residentMiB(stage.bareSocket.pid)),
];
try {
  const memories = [["MiB", "portal", "bare Express", "bare Socket.IO"], await memory("started")];
  const [watched, ...residents] = await signInResidents(stage.portal.url, REPORTERS + 1);
  const [gridWorker] = await signInWorkers(stage.portal.url, "gridWorker");
  const communityWorkers = await signInWorkers(stage.portal.url, "communityWorker");
  if (!watched || !gridWorker) throw new Error("The demonstration has nobody to sign in");

  const { pushed, memory: full } = await measurePush(stage, [watched, gridWorker]);
  memories.push([`with ${SOCKETS} connections`, short(full.portal), "", short(full.bare)]);
  memories.push(await memory("after they left"));
  section(`Push to ${SOCKETS} connections in one room, in milliseconds`, pushTable(pushed));

  const created = await measureCreating(stage, residents);
  memories.push(await memory("after the reports"));
  const { many, bytes } = await sizeOfCases(stage.portalUri);
  section(
    `Reports created: valid, signed in, each once, journaled before they are acknowledged; ${CONNECTIONS} at a time`,
    requestTable({ "portal": created.portal, "bare Express + insert": created.bare }),
    `  ${many} cases are stored, ${short(bytes / 1024)} KiB each on average; all acknowledged ones are among them.`,
  );

  await copyCases(stage.portalUri, stage.bareHttp.ready.uri);
  const listed = await measureListing(stage, communityWorkers);
  memories.push(await memory("after the lists"));
  section(
    `Lists of 20 cases out of ${many}; ${CONNECTIONS} at a time`,
    requestTable({
      "portal, public list": listed.list,
      "bare Express + find": listed.bareList,
      "portal, worker's queue": listed.queue,
      "bare Express + find + two counts": listed.bareQueue,
    }),
  );

  section("Memory", table(memories));
  section("The database", await describeDatabase(stage.portalUri));
  await stage.portal.stop();
  if (profiles) section("Where the portal's own time went", busiest(profiles));
  section("Ratios", ratioTable({ created, listed, pushed }));
} finally {
  await stage.close();
}
