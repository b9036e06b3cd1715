import type { ChildProcess } from "node:child_process";
import { rooms } from "@gongzhi/shared/live";
import { gather, type Audience } from "./audience.ts";
import type { Caller } from "./caller.ts";
import { monotonicMs } from "./monotonic.ts";
import { newReport } from "./reports.ts";
import type { Stage } from "./stage.ts";

/** A server with everybody in one of its rooms. */
export interface Hall {
  readonly server: ChildProcess;
  readonly audience: Audience;
  /** Makes the server tell the room that the case has come to this revision; they come one after another. */
  readonly announce: (revision: number) => Promise<void>;
  /** The revision it was at before. */
  revision: number;
}

/** What became of one announcement, in milliseconds. */
export interface Pushed {
  /** From the moment the event was handed to Socket.IO to each receipt. */
  readonly fromPublication: readonly number[];
  /** From the request that caused it to each receipt. */
  readonly fromRequest: readonly number[];
}

/** A case of the portal in work, with so many connections that watch it. */
export async function openPortalHall(
  { portal, grids }: Stage,
  [reporter, worker]: readonly [Caller, Caller],
  sockets: number,
): Promise<Hall> {
  const { cases } = worker.client;
  const { id: caseId } = await reporter.client.cases.report(newReport(grids.slice(0, 1), 0));
  await cases.move({ caseId, revision: 1, move: "accept" });
  const { revision } = await cases.move({ caseId, revision: 2, move: "selfHandle" });
  return {
    server: portal.child,
    audience: await gather(portal.url, rooms.case(caseId), sockets),
    revision,
    async announce(next) {
      const said = { text: "已经到现场，正在清理。", visibility: "public" } as const;
      await cases.move({ caseId, revision: next - 1, move: "progress", ...said });
    },
  };
}

/** A bare server with as many connections, told to send an event of the same name and shape. */
export async function openBareHall({ bareSocket, grids }: Stage, sockets: number): Promise<Hall> {
  const { url } = bareSocket.ready;
  const payload = { caseId: "0".repeat(24), gridCode: grids[0]?.code };
  return {
    server: bareSocket.process,
    audience: await gather(url, "room", sockets),
    revision: 0,
    async announce(revision) {
      await fetch(`${url}/${encodeURIComponent(JSON.stringify({ ...payload, revision }))}`);
    },
  };
}

/** Announces one revision after another, each when everybody has heard of the one before. */
export async function pushRound(hall: Hall, announcements: number): Promise<Pushed> {
  const pushed = { fromPublication: [] as number[], fromRequest: [] as number[] };
  for (let each = 0; each < announcements; each += 1) {
    hall.revision += 1;
    const publication = publicationOf(hall.server, hall.revision);
    const receipts = hall.audience.hear(hall.revision);
    const requestedAt = monotonicMs();
    await hall.announce(hall.revision);
    const [publishedAt, times] = await Promise.all([publication, receipts]);
    pushed.fromPublication.push(...times.map((at) => at - publishedAt));
    pushed.fromRequest.push(...times.map((at) => at - requestedAt));
  }
  return pushed;
}

function publicationOf(server: ChildProcess, revision: number): Promise<number> {
  return new Promise((answer) => {
    server.on("message", function listener(publication: { revision: number; at: number }) {
      if (publication.revision !== revision) return;
      server.off("message", listener);
      answer(publication.at);
    });
  });
}
