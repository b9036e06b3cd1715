import { nextTick, shallowRef } from "vue";
import { describe, expect, test } from "vitest";
import { gridWorker, monday, someCase } from "./fixtures.ts";
import type { Case, CaseView, TimelineEntry } from "./model.ts";
import { seenBy } from "./seenBy.ts";
import { useNews } from "./useNews.ts";

const line = (byId: TimelineEntry["byId"]): TimelineEntry => ({
  at: monday,
  move: "progress",
  by: "communityWorker",
  byId,
  to: "GRID_HANDLING",
  visibility: "internal",
  text: "已联系物业",
  photoIds: [],
  result: null,
  reason: null,
  unit: null,
});

const view = (kase: Case): CaseView =>
  seenBy({
    kase,
    standings: ["gridWorker"],
    viewerId: gridWorker.id,
    now: monday,
    links: () => [],
    followed: false,
    units: [],
    followers: 0,
  }) as CaseView;

const other = "4".repeat(24) as TimelineEntry["byId"];
const withLines = (...by: TimelineEntry["byId"][]) => {
  const kase = someCase();
  return view({ ...kase, timeline: [...kase.timeline, ...by.map(line)] });
};

describe("what others did meanwhile", () => {
  test("is nothing when a case is opened, and their entries from then on, until noted", async () => {
    const kase = shallowRef<CaseView | undefined>(withLines());
    const { news, noted } = useNews(() => kase.value);
    expect(news.value).toEqual([]);
    kase.value = withLines(other);
    await nextTick();
    expect(news.value.map((entry) => entry.text)).toEqual(["已联系物业"]);
    noted();
    expect(news.value).toEqual([]);
  });

  test("leaves out what the reader did", async () => {
    const kase = shallowRef<CaseView | undefined>(withLines());
    const { news } = useNews(() => kase.value);
    kase.value = withLines(gridWorker.id);
    await nextTick();
    expect(news.value).toEqual([]);
  });

  test("another case starts anew", async () => {
    const kase = shallowRef<CaseView | undefined>(withLines());
    const { news } = useNews(() => kase.value);
    kase.value = { ...withLines(other, other), id: "b".repeat(24) as CaseView["id"] };
    await nextTick();
    expect(news.value).toEqual([]);
  });
});
