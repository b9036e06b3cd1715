import { describe, expect, test } from "vitest";
import { leadingMove } from "./leadingMove.ts";
import type { CaseMove } from "./workflow.ts";

const due = (limit: "accept" | "respond" | "resolve") =>
  ({ who: "gridWorker", unit: null, by: null, limit, yellowAt: null }) as const;

describe("the move on the big button", () => {
  test.each<[because: string, limit: "accept" | "respond" | "resolve", moves: CaseMove[], CaseMove | null]>([
    ["a new report is accepted, not questioned", "accept", ["askInfo", "accept", "reject"], "accept"],
    ["the grid handles what it may", "respond", ["askInfo", "selfHandle"], "selfHandle"],
    ["the desk dispatches", "respond", ["askInfo", "dispatch"], "dispatch"],
    ["the first contact comes before the answer", "respond", ["contact", "progress", "feedback"], "contact"],
    ["after the contact it is the answer", "resolve", ["contact", "progress", "feedback"], "feedback"],
    ["a reporter confirms rather than disputes", "resolve", ["confirm", "dispute"], "confirm"],
    ["asking alone brings nothing on", "respond", ["askInfo"], null],
    ["nothing to do is nothing to press", "resolve", [], null],
  ])("%s", (_, limit, moves, expected) => {
    expect(leadingMove({ moves, next: due(limit) })).toBe(expected);
  });
});
