import { describe, expect, test } from "vitest";
import type { CaseStatus } from "./model.ts";
import { stageOf, type CaseStage } from "./stage.ts";

describe("where a case stands", () => {
  test.each<[CaseStatus, CaseStage]>([
    ["SUBMITTED", "open"],
    ["IN_PROGRESS", "open"],
    ["REWORK", "open"],
    ["NEED_INFO", "waiting"],
    ["FEEDBACK", "waiting"],
    ["CLOSED", "closed"],
    ["RATED", "closed"],
    ["NOT_ACCEPTED", "ended"],
    ["WITHDRAWN", "ended"],
    ["ARCHIVED", "ended"],
  ])("%s is %s", (status, stage) => expect(stageOf(status)).toBe(stage));
});
