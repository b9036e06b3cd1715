import { bombard, type Round } from "./bombard.ts";
import type { Caller } from "./caller.ts";
import { inTurn } from "./inTurn.ts";
import { newReport } from "./reports.ts";
import type { Stage } from "./stage.ts";
import { countStored } from "./storedCases.ts";

/** How much is created. Warming up lets the engines compile what they will run. */
const ROUNDS = 4;
const A_ROUND = 1_200;
const WARM_UP = 600;
/** A resident may report this often in a burst: the limit of the contract, which stays on. */
export const REPORTS_EACH = 30;
/** So many residents have to be there. */
export const REPORTERS = Math.ceil((WARM_UP + ROUNDS * A_ROUND) / REPORTS_EACH) + 10;

/** What the answer to a report has to say. */
type Acknowledged = Readonly<Record<"id" | "caseNo" | "gridCode", string>>;

/** Residents reporting to the portal, and the same bodies inserted by the bare server. */
export async function measureCreating(
  { portal, portalUri, bareHttp, grids }: Stage,
  residents: readonly Caller[],
): Promise<Record<"portal" | "bare", Round[]>> {
  const acknowledged: Acknowledged[] = [];
  const sending = (path: string) => {
    let number = 0;
    return () => {
      number += 1;
      const headers = residents[number % residents.length]?.headers ?? {};
      return { method: "POST", path, headers, body: newReport(grids, number) } as const;
    };
  };
  const next = { portal: sending("/api/cases"), bare: sending("/cases") };

  const report = (amount: number) => () =>
    bombard({
      ...{ url: portal.url, amount, next: next.portal },
      fault(status, body) {
        if (status !== 200) return `${status} ${body}`;
        acknowledged.push(JSON.parse(body) as Acknowledged);
        return null;
      },
    });
  const insert = (amount: number) => () =>
    bombard({
      ...{ url: bareHttp.ready.url, amount, next: next.bare },
      fault: (status, body) => (status === 200 ? null : `${status} ${body}`),
    });

  await inTurn(1, { portal: report(WARM_UP), bare: insert(WARM_UP) });
  const rounds = await inTurn(ROUNDS, { portal: report(A_ROUND), bare: insert(A_ROUND) });

  // A county numbers its own cases.
  const numbers = new Set(acknowledged.map(({ caseNo, gridCode }) => `${gridCode.slice(0, 6)} ${caseNo}`));
  const stored = await countStored(
    portalUri,
    acknowledged.map(({ id }) => id),
  );
  if (numbers.size !== acknowledged.length || stored !== acknowledged.length) {
    throw new Error(
      `${acknowledged.length} reports were acknowledged, ${numbers.size} numbers given, ${stored} cases stored`,
    );
  }
  return rounds;
}
