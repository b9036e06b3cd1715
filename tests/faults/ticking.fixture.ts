// A process that has a job to do on a database others have the same job on; tells whenever it took a turn.
import { systemClock } from "../../server/src/core/clock.ts";
import { openDatabase } from "../../server/src/core/db.ts";
import { createJobs } from "../../server/src/core/jobs.ts";
import { createLog } from "../../server/src/core/log.ts";

const [uri = "", every = ""] = process.argv.slice(2);
const database = await openDatabase({ uri, embedded: true });
const jobs = createJobs({ clock: systemClock, log: createLog("silent") });
jobs.every("faults.tick", Number(every), async (now) => void process.send?.(now.getTime()));
jobs.start();

process.once("disconnect", () => {
  void jobs
    .stop()
    .then(database.close)
    .then(() => process.exit(0));
});
