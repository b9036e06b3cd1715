import type { Jobs } from "../../core/jobs.ts";
import type { CaseService } from "./service.ts";

const MINUTE_MS = 60_000;

/** What happens to cases without anyone asking. */
export function caseJobs(jobs: Jobs, service: Pick<CaseService, "endSilence">): void {
  jobs.every("cases.endSilence", MINUTE_MS, (now) => service.endSilence(now));
}
