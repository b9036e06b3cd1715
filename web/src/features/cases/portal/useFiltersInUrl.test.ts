import { describe, expect, test } from "vitest";
import { filtersIn, queryOf } from "./useFiltersInUrl.ts";

const everything = { division: "", state: "", classCode: "" } as const;

describe("filters in the page's address", () => {
  test("what is said is found again", () => {
    const filters = { division: "990102001001", state: "open", classCode: "02" } as const;
    expect(filtersIn(queryOf(filters, "map"))).toEqual(filters);
  });

  test("only what narrows down stands there", () => {
    expect(queryOf(everything, "list")).toEqual({});
    expect(queryOf({ ...everything, state: "closed" }, "map")).toEqual({ state: "closed", view: "map" });
  });

  test.each([
    ["a place that is none", { place: "42" }],
    ["a state that is none", { state: "lost" }],
    ["a class that is none", { class: "x" }],
    ["a thing said twice", { state: ["open", "closed"] }],
    ["a thing said empty", { place: null }],
  ])("%s counts as not said", (_, query) => expect(filtersIn(query)).toEqual(everything));
});
