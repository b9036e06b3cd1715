import { startChild, type Child } from "./child.ts";

/** Processes the connections are spread over. */
const PROCESSES = 2;
const PATIENCE_MS = 10_000;

interface Heard {
  readonly revision: number;
  readonly times: readonly number[];
}

/** Many connections in one room. */
export interface Audience {
  /** When each of them heard of this revision; throws when some never do. */
  hear(revision: number): Promise<number[]>;
  stop(): Promise<void>;
}

/** Connects so many to the server and lets them enter the room. */
export async function gather(url: string, room: string, sockets: number): Promise<Audience> {
  const module = new URL("./listeners.ts", import.meta.url);
  const start = () => startChild<string>(module, [url, room, String(sockets / PROCESSES)]);
  const children = await Promise.all(Array.from({ length: PROCESSES }, start));
  return {
    async hear(revision) {
      const times = await Promise.all(children.map((child) => timesOf(child, revision)));
      return times.flat();
    },
    stop: async () => void (await Promise.all(children.map((child) => child.stop()))),
  };
}

function timesOf({ process }: Child<string>, revision: number): Promise<readonly number[]> {
  return new Promise((answer, fail) => {
    const tooLate = setTimeout(() => {
      fail(new Error(`Not everybody in the room heard of revision ${revision}`));
    }, PATIENCE_MS);
    process.on("message", function listener(heard: Heard) {
      if (heard.revision !== revision) return;
      process.off("message", listener);
      clearTimeout(tooLate);
      answer(heard.times);
    });
  });
}
