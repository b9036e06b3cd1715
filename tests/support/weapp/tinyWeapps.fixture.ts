import { rmSync } from "node:fs";
import { afterAll, afterEach, beforeAll } from "vitest";
import { Phone } from "./phone.ts";
import { writeTinyDist } from "./tinyDist.fixture.ts";
import { TinyServer } from "./tinyServer.fixture.ts";
import { Weapp } from "./weapp.ts";

/** Gives the tests of a file a server and tiny mini programs to start, and clears up behind them. */
export function useTinyWeapps() {
  let server: TinyServer | null = null;
  const running: Weapp[] = [];
  const folders: string[] = [];

  beforeAll(async () => {
    server = await TinyServer.start();
  });
  afterEach(() => running.splice(0).forEach((weapp) => weapp.close()));
  afterAll(() => {
    server?.stop();
    folders.forEach((folder) => rmSync(folder, { recursive: true }));
  });

  const theServer = (): TinyServer => {
    if (!server) throw new Error("the server is up only while tests run");
    return server;
  };

  /** A package of its own, changed as the test wants. */
  function tinyDist(changes: Parameters<typeof writeTinyDist>[0] = {}): string {
    const folder = writeTinyDist(changes);
    folders.push(folder);
    return folder;
  }

  /** Starts one and waits for what its first page loads. */
  async function launch({ from = tinyDist(), phone = new Phone() } = {}): Promise<Weapp> {
    const weapp = Weapp.launch({ dist: from, apiBase: theServer().base, phone });
    running.push(weapp);
    await weapp.until(() => weapp.byClass("lamp").length === 2);
    return weapp;
  }

  return { launch, tinyDist, server: theServer };
}
