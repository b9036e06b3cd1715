import type { Actor, Post } from "@gongzhi/shared/accounts";
import { maySee, standingsOf, type CaseLine, type caseApi } from "@gongzhi/shared/cases";
import type { AccountId, CaseId } from "@gongzhi/shared/core";
import { isWithin, levelOf } from "@gongzhi/shared/divisions";
import { fail } from "../../core/fail.ts";
import type { Call } from "../../core/serve.ts";
import type { Page } from "./cursor.ts";
import type { CaseFilter } from "./lists.repository.ts";
import type { Show } from "./present.ts";
import type { CaseWorld } from "./world.ts";

/** Reading cases: one, and every list of them. */
export const reading = ({ cases, lists, follows }: CaseWorld, show: Show) => {
  const inLines = ({ items, next }: Page<CaseLine>, actor: Actor) => ({
    items: items.map((kase) => show.summary(kase, actor)),
    next,
  });

  async function followedBy(
    accountId: AccountId,
    actor: Actor,
    page: { after?: string | undefined; limit: number },
  ) {
    const { items: ids, next } = await follows.casesOf(accountId, page);
    const followed = await lists.inOrder(ids);
    return inLines({ items: followed.filter((kase) => maySee(kase, standingsOf(actor, kase))), next }, actor);
  }

  return {
    async view({ input: { caseId }, actor, now }: Call<typeof caseApi.view>) {
      const kase = (await cases.find(caseId)) ?? fail("case.not_found");
      return (await show.view(kase, actor, now)) ?? fail("case.not_found");
    },

    async publicList({ input, actor }: Call<typeof caseApi.publicList>) {
      return inLines(await lists.publicOnes(checked(input), input), actor);
    },

    byGrid: async ({ input }: Call<typeof caseApi.byGrid>) => ({
      grids: await lists.perGrid(checked(input)),
    }),

    async mine({ input: { which, ...page }, actor }: Call<typeof caseApi.mine>) {
      const accountId = actor.id ?? fail("account.sign_in_needed");
      if (which === "followed") return followedBy(accountId, actor, page);
      return inLines(await lists.reportedBy(accountId, page), actor);
    },

    async queue({ input, actor }: Call<typeof caseApi.queue>) {
      const { which, division, ...page } = checked(input);
      const [queue, sizes] = await Promise.all([
        lists.queueOf(postsIn(actor.posts, division), which, page),
        lists.queueSizes(actor.posts),
      ]);
      return { ...inLines(queue, actor), ...sizes };
    },

    queueByGrid: async ({ actor, now }: Call<typeof caseApi.queueByGrid>) => ({
      grids: await lists.queuePerGrid(actor.posts, now),
    }),

    /** Whether somebody may be told live what happens to a case: whoever may see it. */
    async mayWatchCase(actor: Actor, caseId: CaseId): Promise<boolean> {
      const kase = await cases.find(caseId);
      return kase !== null && maySee(kase, standingsOf(actor, kase));
    },
  };
};

/** The posts as far as they reach into a division: the smaller of the two areas, or nothing where they lie apart. */
const postsIn = (posts: readonly Post[], division: string | undefined): readonly Post[] =>
  posts.flatMap((post) => {
    if (division === undefined || isWithin(post.territory, division)) return post;
    return isWithin(division, post.territory) ? { ...post, territory: division } : [];
  });

function checked<Filter extends Pick<CaseFilter, "division">>(filter: Filter): Filter {
  if (filter.division !== undefined && levelOf(filter.division) === null) fail("division.not_found");
  return filter;
}
