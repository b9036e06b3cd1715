import { LAST_SEQUENCE, makeCaseNumber, newCase, type caseApi, type CaseView } from "@gongzhi/shared/cases";
import { CaseId, shanghaiDay } from "@gongzhi/shared/core";
import { countyOf } from "@gongzhi/shared/divisions";
import { fail } from "../../core/fail.ts";
import { idFrom } from "../../core/ids.ts";
import type { Call } from "../../core/serve.ts";
import { workCalendar } from "./calendar.ts";
import type { Show } from "./present.ts";
import type { Tell } from "./tell.ts";
import type { CaseWorld } from "./world.ts";

/** A number is only ever taken after a crash between counter and case, so a second try is already rare. */
const NUMBER_TRIES = 5;

/** Receiving reports. */
export const reporting = ({ cases, divisions, taxonomy, photos }: CaseWorld, show: Show, tell: Tell) => ({
  async report({ input: report, actor, now }: Call<typeof caseApi.report>): Promise<CaseView> {
    const reporterId = actor.id ?? fail("account.sign_in_needed");
    const type = await taxonomy.type(report.typeCode);
    const gridCode = await divisions.locate(report.place);

    // One report has one id wherever it arrives, so its photos are claimed for the same case however often it is sent.
    const id = CaseId.parse(idFrom("case", reporterId, report.draftId));
    await photos.claim(report.photoIds, reporterId, id);

    const intake = { id, reporterId, gridCode, type, now, calendar: workCalendar(await taxonomy.sessions()) };
    for (let tries = 0; tries < NUMBER_TRIES; tries += 1) {
      const caseNo = await nextNumber(gridCode, now);
      const inserted = await cases.insert(newCase(report, { ...intake, caseNo }));
      if (inserted === "number_taken") continue;
      if (inserted.fresh) tell.reported(inserted.kase);
      return (
        (await show.view(inserted.kase, actor, now, { isNew: inserted.fresh })) ?? fail("case.not_found")
      );
    }
    return fail("server.busy");

    async function nextNumber(place: string, at: Date): Promise<string> {
      const day = shanghaiDay(at).replaceAll("-", "");
      const sequence = await cases.nextSequence(countyOf(place) ?? "", day);
      return sequence > LAST_SEQUENCE ? fail("server.busy") : makeCaseNumber(day, sequence);
    }
  },
});
