import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Grid } from "@gongzhi/shared/divisions";
import { startServer, type ServerProcess } from "../support/serverProcess.ts";
import { callerAt } from "./caller.ts";
import { startChild, type Child } from "./child.ts";
import { someStoredCase } from "./storedCases.ts";

/** The portal and the bare servers it is measured beside, each in a process of its own. */
export interface Stage {
  readonly portal: ServerProcess;
  /** Where the portal's embedded database answers. */
  readonly portalUri: string;
  readonly bareHttp: Child<{ url: string; uri: string }>;
  readonly bareSocket: Child<{ url: string }>;
  readonly grids: readonly Grid[];
  close(): Promise<void>;
}

/** Loaded into both servers that push: tells the bench when an event is handed to Socket.IO. */
const PUBLICATIONS = ["--import", new URL("./publications.mjs", import.meta.url).href];

/** Starts everything on temporary directories; the portal with these options of Node. */
export async function setStage(node: readonly string[]): Promise<Stage> {
  const directory = mkdtempSync(join(tmpdir(), "gongzhi-load-"));
  process.once("exit", () => rmSync(directory, { recursive: true, force: true }));
  const data = join(directory, "portal");
  const portal = await startServer({ directory: data, node: [...PUBLICATIONS, ...node] });
  const portalUri = readFileSync(join(data, "db/uri"), "utf8").trim();

  const bare = (name: string) => new URL(`./bare/${name}.ts`, import.meta.url);
  const settings = [join(directory, "bare"), await someStoredCase(portalUri)];
  const bareHttp = await startChild<{ url: string; uri: string }>(bare("http"), settings);
  const bareSocket = await startChild<{ url: string }>(bare("socket"), [], PUBLICATIONS);
  const { grids } = await callerAt(portal.url, 0).client.divisions.register();
  return {
    ...{ portal, portalUri, bareHttp, bareSocket, grids },
    close: async () => void (await Promise.all([portal.stop(), bareHttp.stop(), bareSocket.stop()])),
  };
}
