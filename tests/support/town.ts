import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer, type ServerProcess } from "./serverProcess.ts";

/** The demonstration on a directory of its own; gone with it. */
export interface Town {
  readonly url: string;
  readonly server: ServerProcess;
  close(): Promise<void>;
}

/** Starts the built server with the demonstration's people and places; `env` is what it is told besides. */
export async function openTown(env: Readonly<Record<string, string>> = {}): Promise<Town> {
  const directory = await mkdtemp(join(tmpdir(), "gongzhi-journey-"));
  const server = await startServer({ directory, env });
  return {
    url: server.url,
    server,
    close: async () => {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
