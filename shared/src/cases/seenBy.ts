import type { AccountId } from "../core/index.ts";
import type { PhotoLink } from "../attachments/model.ts";
import { communityOf } from "../divisions/codes.ts";
import { maskPersonal } from "./masking.ts";
import type { Case, CaseLine, CaseStatus, CaseSummary, CaseView, Standing, TimelineEntry } from "./model.ts";
import { nextStep } from "./nextStep.ts";
import { openMoves } from "./workflow.ts";

/** States the public does not see, by the `visibility` of the state machine. */
export const hiddenStatuses = ["DRAFT", "NOT_ACCEPTED", "TRANSFERRED", "ARCHIVED", "WITHDRAWN"] as const;

/** Whether everyone may see this case, as far as the masks let them. */
export const isPublic = (kase: Pick<Case, "publicScope" | "status">): boolean =>
  kase.publicScope !== "internal" && !(hiddenStatuses as readonly CaseStatus[]).includes(kase.status);

/** Named businesses and persons stay hidden until the case is closed and the finding confirmed. */
const isMasked = (kase: Pick<Case, "publicScope" | "closedAt">) =>
  kase.publicScope === "masked_until_closed" && kase.closedAt === null;

/** Everything a presenter needs to know about one viewer of one case. */
export interface Viewing {
  kase: Case;
  standings: readonly Standing[];
  viewerId: AccountId | null;
  now: Date;
  /** Links to those of the photos that exist, in this order. */
  links: (ids: readonly string[]) => PhotoLink[];
  /** Departments that have a station for the place, for who may dispatch the case. */
  units: readonly string[];
  followed: boolean;
  followers: number;
}

type Nearness = "handler" | "reporter" | "public";

function nearnessOf(standings: readonly Standing[]): Nearness {
  if (standings.some((standing) => standing !== "reporter")) return "handler";
  return standings.includes("reporter") ? "reporter" : "public";
}

/** Whether somebody with these standings may see the case at all. */
export const maySee = (kase: Pick<Case, "publicScope" | "status">, standings: readonly Standing[]): boolean =>
  standings.length > 0 || isPublic(kase);

/** The case in a list. The title is empty where it has to stay masked: the event's name stands for it. */
export function summaryOf(kase: CaseLine, standings: readonly Standing[]): CaseSummary {
  const near = nearnessOf(standings);
  return {
    id: kase.id,
    caseNo: kase.caseNo,
    revision: kase.revision,
    status: kase.status,
    title: near === "public" ? publicText(kase, kase.title) : kase.title,
    typeCode: kase.typeCode,
    platform: kase.platform,
    priority: kase.priority,
    level: kase.level,
    gridCode: kase.gridCode,
    unit: kase.unit,
    submittedAt: kase.submittedAt.toISOString(),
    next: nextView(kase),
    paused: kase.pausedAt !== null,
    photos: near === "public" ? 0 : kase.photoIds.length,
  };
}

/** The case as one viewer may see it, with what that viewer may do to it next; null where they may not. */
export function seenBy(viewing: Viewing): CaseView | null {
  const { kase, standings, now, links, followed, followers } = viewing;
  if (!maySee(kase, standings)) return null;
  const near = nearnessOf(standings);
  const inside = near !== "public";
  const { photos: _count, ...summary } = summaryOf(kase, standings);
  return {
    ...summary,
    words: inside ? kase.words : publicText(kase, kase.words),
    publicScope: kase.publicScope,
    channel: kase.channel,
    anonymous: kase.anonymous,
    answers: inside ? kase.answers : {},
    point: inside ? kase.point : null,
    address: inside ? kase.address : null,
    limits: {
      acceptDueAt: kase.limits.acceptDueAt.toISOString(),
      respondDueAt: kase.limits.respondDueAt.toISOString(),
      resolveDueAt: kase.limits.resolveDueAt.toISOString(),
    },
    evidenceNeeded: kase.evidenceNeeded,
    result: kase.result,
    closedBy: kase.closedBy,
    // The reporter's own pictures may show faces and doors; the public sees those of the handlers' answers.
    photos: inside ? links(kase.photoIds) : [],
    timeline: kase.timeline
      .filter((line) => isShown(line, near))
      .map((line) => entryView(line, near, viewing)),
    moves: openMoves(standings, kase, now),
    units: [...viewing.units],
    mine: standings.includes("reporter"),
    handling: near === "handler",
    reporterCommunity: kase.anonymous ? null : communityOf(kase.gridCode),
    followed,
    followers,
    callable: near === "handler" && kase.contactConsent,
    openings: standings.includes("reporter")
      ? kase.openings.map(({ at, by, purpose }) => ({ at: at.toISOString(), by, purpose }))
      : [],
  };
}

const publicText = (kase: Pick<Case, "publicScope" | "closedAt">, text: string) =>
  isMasked(kase) ? "" : maskPersonal(text);

function nextView(kase: CaseLine): CaseSummary["next"] {
  const next = nextStep(kase);
  if (!next) return null;
  const { who, unit, limit, by } = next;
  return { who, unit, limit, by: by?.toISOString() ?? null, yellowAt: kase.yellowAt?.toISOString() ?? null };
}

/** Internal notes are for handlers; a hidden state is no news to the public. */
const isShown = (line: TimelineEntry, near: Nearness) =>
  near === "handler" ||
  (line.visibility !== "internal" &&
    (near === "reporter" || !(hiddenStatuses as readonly CaseStatus[]).includes(line.to)));

function entryView(line: TimelineEntry, near: Nearness, viewing: Viewing): CaseView["timeline"][number] {
  const readable = near !== "public" || line.visibility === "public";
  const text = readable ? line.text : null;
  return {
    at: line.at.toISOString(),
    move: line.move,
    by: line.by,
    mine: line.byId !== null && line.byId === viewing.viewerId,
    to: line.to,
    visibility: line.visibility,
    text: text !== null && near === "public" ? publicText(viewing.kase, text) : text,
    photos: readable ? viewing.links(line.photoIds) : [],
    result: line.result,
    reason: near === "public" ? null : line.reason,
    unit: line.unit,
  };
}
