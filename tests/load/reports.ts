import type { Client } from "@gongzhi/shared/api";
import type { Grid } from "@gongzhi/shared/divisions";

type Report = Parameters<Client["cases"]["report"]>[0];

/** What people report, as they say it, with the standard event it is: all of them shown to the public. */
const complaints = [
  ["010100", "南门垃圾桶旁边堆了很多垃圾，三天没有人清理，夏天味道很大，老人孩子都绕着走，希望尽快清走。"],
  ["010200", "二号楼后面堆着装修剩下的砖头和水泥袋，占了半条路，晚上看不清容易绊倒，麻烦来看看。"],
] as const;

/** A valid report that nobody has sent before. */
export function newReport(grids: readonly Grid[], number: number): Report {
  const [typeCode, words] = complaints[number % complaints.length] ?? complaints[0];
  const grid = grids[number % grids.length];
  return {
    draftId: crypto.randomUUID(),
    typeCode,
    words: `${words}（第 ${number} 次）`,
    place: { gridCode: grid?.code ?? null, point: grid ? middleOf(grid) : null, address: null },
    anonymous: number % 3 !== 0,
    contactConsent: number % 2 === 0,
    channel: number % 2 === 0 ? "web" : "miniapp",
  };
}

/** The middle of the corners, which lies in a grid that bulges outwards everywhere. */
function middleOf({ polygon }: Grid) {
  const mean = (at: 0 | 1) => polygon.reduce((sum, corner) => sum + corner[at], 0) / polygon.length;
  return { lng: mean(0), lat: mean(1) };
}
