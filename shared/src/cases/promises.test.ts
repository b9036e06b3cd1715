import { describe, expect, test } from "vitest";
import type { CaseView } from "./model.ts";
import { promisesOf } from "./promises.ts";

const limits = {
  acceptDueAt: "2026-03-09T03:00:00.000Z",
  respondDueAt: "2026-03-09T06:30:00.000Z",
  resolveDueAt: "2026-03-11T01:00:00.000Z",
};
const at = (hour: number) => `2026-03-09T0${hour}:00:00.000Z`;
const doneAfter = (...moves: string[]) => {
  const timeline = moves.map((move, hour) => ({ move, at: at(hour) })) as CaseView["timeline"];
  return promisesOf({ limits, timeline }).map(({ limit, doneAt }) => [limit, doneAt]);
};

describe("the promises of a case", () => {
  test("are all open when it was just reported, each until its own moment", () => {
    const [accept, respond, resolve] = promisesOf({ limits, timeline: [] });
    expect([accept?.dueAt, respond?.dueAt, resolve?.dueAt]).toEqual(Object.values(limits));
    expect([accept?.doneAt, respond?.doneAt, resolve?.doneAt]).toEqual([null, null, null]);
  });

  test.each<[because: string, moves: string[], done: (string | null)[]]>([
    ["accepting keeps the first", ["submit", "accept"], [at(1), null, null]],
    ["so does refusing", ["submit", "reject"], [at(1), null, null]],
    ["a contact keeps the second", ["submit", "accept", "contact"], [at(1), at(2), null]],
    ["an answer is a contact too", ["submit", "accept", "feedback"], [at(1), at(2), at(2)]],
    ["a dispute opens the last anew", ["submit", "accept", "feedback", "dispute"], [at(1), at(2), null]],
    [
      "until it is answered again",
      ["submit", "accept", "feedback", "dispute", "feedback"],
      [at(1), at(2), at(4)],
    ],
  ])("%s", (_, moves, done) => {
    expect(doneAfter(...moves).map(([, doneAt]) => doneAt)).toEqual(done);
  });
});
