import { z } from "zod";
import { anyone, AttachmentId, CaseId, endpoint, pageInput, pageOf, signedIn } from "../core/index.ts";
import { CaseSummary, CaseView, GridLoad, RejectReason, Report, ResultCode } from "./model.ts";
import { caseMoveNames, type CaseMove } from "./workflow.ts";

const territory = z.string().regex(/^\d{12}(\d{3})?$/);
const MoveName = z.enum(caseMoveNames as [CaseMove, ...CaseMove[]]);

/** How a list of public cases is narrowed down. */
export const caseFilter = {
  division: territory.optional(),
  state: z.enum(["open", "closed"]).optional(),
  classCode: z.string().length(2).optional(),
};

/** Everything that can be done with cases. */
export const caseApi = {
  report: endpoint({
    method: "post",
    path: "/cases",
    allow: ["resident"],
    perMinute: 30,
    summary: "Reports an issue; the same draftId again answers the case that is already there.",
    input: Report,
    reply: CaseView,
  }),
  publicList: endpoint({
    method: "get",
    path: "/cases",
    allow: anyone,
    summary: "Public cases, newest first.",
    input: z.object({ ...pageInput, ...caseFilter }),
    reply: pageOf(CaseSummary),
  }),
  byGrid: endpoint({
    method: "get",
    path: "/cases/by-grid",
    allow: anyone,
    summary: "How many public cases each grid has, for the map.",
    input: z.object({ ...caseFilter }),
    reply: z.object({ grids: z.array(z.object({ gridCode: z.string(), count: z.int() })) }),
  }),
  mine: endpoint({
    method: "get",
    path: "/cases/mine",
    allow: ["resident"],
    summary: "The caller's own and followed cases, those waiting for the caller first.",
    input: z.object({ ...pageInput, which: z.enum(["reported", "followed"]).default("reported") }),
    reply: pageOf(CaseSummary),
  }),
  queue: endpoint({
    method: "get",
    path: "/cases/queue",
    allow: ["worker"],
    summary: "The open cases of the caller's posts, what is due next first.",
    /** `division` shows a part of the caller's area; the two counts are always those of all of it. */
    input: z.object({
      ...pageInput,
      which: z.enum(["yours", "all"]).default("yours"),
      division: territory.optional(),
    }),
    reply: pageOf(CaseSummary).extend({ yours: z.int(), all: z.int() }),
  }),
  queueByGrid: endpoint({
    method: "get",
    path: "/cases/queue/by-grid",
    allow: ["worker"],
    summary:
      "How many open cases of the caller's posts each grid has, how many wait for the caller or are late.",
    input: z.object({}),
    reply: z.object({ grids: z.array(GridLoad) }),
  }),
  view: endpoint({
    method: "get",
    path: "/cases/:caseId",
    allow: anyone,
    summary: "One case as the caller may see it, with the moves the caller may make.",
    input: z.object({ caseId: CaseId }),
    reply: CaseView,
  }),
  move: endpoint({
    method: "post",
    path: "/cases/:caseId/moves",
    allow: signedIn,
    perMinute: 120,
    summary: "Makes a move, if the case is still at the revision the caller has seen.",
    input: z.object({
      caseId: CaseId,
      revision: z.int(),
      move: MoveName,
      text: z.string().trim().max(1000).optional(),
      reason: RejectReason.optional(),
      unit: z.string().max(10).optional(),
      typeCode: z.string().length(6).optional(),
      result: ResultCode.optional(),
      photoIds: z.array(AttachmentId).max(9).optional(),
      visibility: z.enum(["public", "internal"]).optional(),
    }),
    reply: CaseView,
  }),
  follow: endpoint({
    method: "put",
    path: "/cases/:caseId/follow",
    allow: ["resident"],
    summary: "Follows or unfollows a case.",
    input: z.object({ caseId: CaseId, follow: z.boolean() }),
    reply: CaseView,
  }),
  openContact: endpoint({
    method: "post",
    path: "/cases/:caseId/contact",
    allow: ["worker"],
    perMinute: 20,
    summary:
      "Shows the reporter's number to a handler for a stated purpose; the reporter sees who, when and why.",
    input: z.object({ caseId: CaseId, purpose: z.string().trim().min(2).max(100) }),
    reply: z.object({ phone: z.string() }),
  }),
};
