import { describe, expect, test } from "vitest";
import { someCase, monday, reporter, gridWorker, GRID } from "./fixtures.ts";
import { CaseStatus, CaseView, type Case, type Standing, type TimelineEntry } from "./model.ts";
import { isPublic, maySee, seenBy, summaryOf } from "./seenBy.ts";

const photo = (id: string) => ({ id, url: `/api/photos/${id}`, width: 4, height: 3 }) as never;
const PHOTO = "b".repeat(24);

const line = (given: Partial<TimelineEntry>): TimelineEntry => ({ ...someCase().timeline[0]!, ...given });

const secretive = (given: Partial<Case> = {}) =>
  someCase({
    title: "2幢楼下垃圾桶三天没清，我电话13800001234",
    words: "2幢楼下垃圾桶三天没清，我电话13800001234。",
    photoIds: [PHOTO] as never,
    answers: { noiseSource: "其他" },
    openings: [{ at: monday, by: "gridWorker", byId: gridWorker.id!, purpose: "核实楼幢" }],
    ...given,
  });

const seen = (kase: Case, standings: readonly Standing[], viewerId = reporter.id) =>
  seenBy({
    kase,
    standings,
    viewerId,
    now: monday,
    links: (ids) => ids.map(photo),
    followed: false,
    units: [],
    followers: 3,
  });

describe("the public", () => {
  test("reads masked words, the grid and the history, and nothing of the person", () => {
    const view = seen(secretive(), [], null);
    expect(view).toMatchObject({
      gridCode: GRID,
      point: null,
      address: null,
      answers: {},
      photos: [],
      openings: [],
      callable: false,
      mine: false,
      handling: false,
      reporterCommunity: null,
    });
    expect(JSON.stringify(view)).not.toMatch(/13800001234|reporterId/);
    expect(CaseView.parse(view)).toEqual(view);
  });

  test("does not see internal notes, nor what was said between the parties", () => {
    const timeline = [
      line({ move: "askInfo", visibility: "parties", text: "住几幢几室？", to: "NEED_INFO" }),
      line({ move: "progress", visibility: "internal", text: "内部记录" }),
      line({
        move: "feedback",
        visibility: "public",
        text: "已清运，联系人13900001111",
        photoIds: [PHOTO] as never,
      }),
    ];
    const view = seen(secretive({ timeline }), [], null);
    expect(view?.timeline.map(({ move, text, photos }) => [move, text, photos.length])).toEqual([
      ["askInfo", null, 0],
      ["feedback", "已清运，联系人139****1111", 1],
    ]);
  });

  test.each(CaseStatus.options.map((status) => [status] as const))("sees %s as the domain says", (status) => {
    const hidden = ["DRAFT", "NOT_ACCEPTED", "TRANSFERRED", "ARCHIVED", "WITHDRAWN"];
    expect(isPublic(someCase({ status }))).toBe(!hidden.includes(status));
  });

  test("never sees an internal case", () => {
    const kase = someCase({ publicScope: "internal" });
    expect(maySee(kase, [])).toBe(false);
    expect(seen(kase, [], null)).toBeNull();
  });

  test("reads details of a masked case only when it is closed", () => {
    const open = secretive({ publicScope: "masked_until_closed" });
    expect(seen(open, [], null)).toMatchObject({ title: "", words: "" });
    expect(summaryOf(open, []).title).toBe("");
    expect(summaryOf({ ...open, closedAt: monday }, []).title).toContain("垃圾桶");
  });
});

describe("the reporter", () => {
  test("reads the own words, the place, and who looked at the number", () => {
    const view = seen(secretive({ publicScope: "internal" }), ["reporter"]);
    expect(view).toMatchObject({
      mine: true,
      handling: false,
      address: "望湖苑2幢楼下",
      photos: [{ id: PHOTO }],
    });
    expect(view?.words).toContain("13800001234");
    expect(view?.openings).toEqual([{ at: monday.toISOString(), by: "gridWorker", purpose: "核实楼幢" }]);
  });

  test("does not read internal notes", () => {
    const timeline = [line({ move: "progress", visibility: "internal", text: "内部记录" })];
    expect(seen(secretive({ timeline }), ["reporter"])?.timeline).toEqual([]);
  });
});

describe("a handler", () => {
  test("reads everything needed, may call where that was agreed, and never learns who it is", () => {
    const view = seen(secretive(), ["gridWorker"], gridWorker.id);
    expect(view).toMatchObject({
      handling: true,
      callable: true,
      openings: [],
      moves: ["askInfo", "accept"],
    });
    expect(JSON.stringify(view)).not.toContain(reporter.id);
  });

  test("may not call without consent", () => {
    expect(seen(secretive({ contactConsent: false }), ["gridWorker"])).toMatchObject({ callable: false });
  });

  test("sees which entries are the own", () => {
    const timeline = [line({ move: "accept", byId: gridWorker.id }), line({ move: "sign", byId: null })];
    const view = seen(secretive({ timeline }), ["gridWorker"], gridWorker.id);
    expect(view?.timeline.map((entry) => entry.mine)).toEqual([true, false]);
  });
});

test("a reporter who is not anonymous is shown by community, not by name", () => {
  expect(seen(secretive({ anonymous: false }), [], null)?.reporterCommunity).toBe("990102001001");
});
