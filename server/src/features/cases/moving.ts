import type { Actor } from "@gongzhi/shared/accounts";
import {
  carryOut,
  decideMove,
  maySee,
  ruleOf,
  standingsOf,
  type Case,
  type caseApi,
  type CaseView,
  type Standing,
} from "@gongzhi/shared/cases";
import type { AccountId, CaseId } from "@gongzhi/shared/core";
import type { EventType } from "@gongzhi/shared/taxonomy";
import { fail } from "../../core/fail.ts";
import type { Call } from "../../core/serve.ts";
import { workCalendar } from "./calendar.ts";
import type { Show } from "./present.ts";
import type { Tell } from "./tell.ts";
import type { CaseWorld } from "./world.ts";

type Move = Call<typeof caseApi.move>["input"];

/** Openings are kept inside the case; nobody needs to call one reporter more often. */
const MAX_OPENINGS = 100;
const OPENING_TRIES = 5;

/** What can be done to a case that is there. */
export const moving = (world: CaseWorld, show: Show, tell: Tell) => {
  const { cases, follows, taxonomy, accounts, photos } = world;

  async function visible(caseId: CaseId, actor: Actor): Promise<{ kase: Case; standings: Standing[] }> {
    const kase = (await cases.find(caseId)) ?? fail("case.not_found");
    const standings = standingsOf(actor, kase);
    return maySee(kase, standings) ? { kase, standings } : fail("case.not_found");
  }

  return {
    async move({ input, actor, now }: Call<typeof caseApi.move>): Promise<CaseView> {
      const { kase, standings } = await visible(input.caseId, actor);
      if (kase.revision !== input.revision) fail("case.moved_meanwhile");

      const decision = decideMove(standings, kase, input, now);
      if (!decision.ok) return fail(decision.code);

      await checkUnit(world, kase, input);
      const retype = await correction(world, kase, input);
      await photos.claim(input.photoIds ?? [], nameOf(actor), kase.id);

      const calendar = workCalendar(await taxonomy.sessions());
      const next = carryOut(kase, input, { ...decision.value, byId: actor.id, now, calendar, retype });
      const moved = (await cases.advance(kase, next)) ?? fail("case.moved_meanwhile");

      await tell.moved(kase, moved);
      return (await show.view(moved, actor, now)) ?? fail("case.not_found");
    },

    async follow({ input: { caseId, follow }, actor, now }: Call<typeof caseApi.follow>): Promise<CaseView> {
      const { kase } = await visible(caseId, actor);
      if (follow) await follows.add(kase, nameOf(actor), now);
      else await follows.remove(caseId, nameOf(actor));
      tell.followed(kase);
      return (await show.view(kase, actor, now)) ?? fail("case.not_found");
    },

    /** The number leaves only after the opening is on record where the reporter sees it. */
    async openContact({ input: { caseId, purpose }, actor, now }: Call<typeof caseApi.openContact>) {
      for (let tries = 0; tries < OPENING_TRIES; tries += 1) {
        const { kase, standings } = await visible(caseId, actor);
        const by = standings.find((standing) => standing !== "reporter") ?? fail("case.move_not_yours");
        if (!kase.contactConsent) fail("case.no_call_consent");
        if (kase.openings.length >= MAX_OPENINGS) fail("case.too_long");

        const openings = [...kase.openings, { at: now, by, byId: nameOf(actor), purpose }];
        const opened = await cases.advance(kase, { ...kase, openings, revision: kase.revision + 1 });
        // Somebody moved the case meanwhile, which does not stand against looking.
        if (!opened) continue;
        tell.opened(opened);
        return { phone: (await accounts.phoneOf(opened.reporterId)) ?? fail("case.no_call_consent") };
      }
      return fail("case.moved_meanwhile");
    },
  };
};

const nameOf = (actor: Actor): AccountId => actor.id ?? fail("account.sign_in_needed");

/** A department can only be given the lead where it has a station for the place. */
async function checkUnit(
  { taxonomy, accounts }: CaseWorld,
  kase: Case,
  { move, unit = "" }: Move,
): Promise<void> {
  if (!ruleOf(move).needs.includes("unit")) return;
  const there =
    (await taxonomy.hasDepartment(unit)) && (await accounts.stationsFor(kase.gridCode)).includes(unit);
  if (!there) fail("case.unit_unknown");
}

/** With acceptance comes the confirmation of the event type, or its correction. */
async function correction(
  { taxonomy }: CaseWorld,
  kase: Case,
  { move, typeCode }: Move,
): Promise<EventType | undefined> {
  const corrects = move === "accept" && typeCode !== undefined && typeCode !== kase.typeCode;
  return corrects ? taxonomy.type(typeCode) : undefined;
}
