// Connections that listen in one room, as little else as possible: a Socket.IO client for each would cost this process
// more than the server spends on sending, and the bench would measure itself.
import { WebSocket } from "ws";
import { monotonicMs } from "./monotonic.ts";

const [url = "", room = "", count = "0"] = process.argv.slice(2);
const EVENT = '42["case.moved",';

/** When each connection heard of a revision, by revision. */
const heard = new Map<number, number[]>();

function hear(message: string): void {
  const at = monotonicMs();
  const revision = Number(/"revision":(\d+)/.exec(message)?.[1]);
  const times = heard.get(revision) ?? [];
  heard.set(revision, times);
  times.push(at);
  if (times.length < Number(count)) return;
  heard.delete(revision);
  process.send?.({ revision, times });
}

/** Connects and enters the room; speaks just enough of Engine.IO 4 and Socket.IO 5 for that. */
const listen = () =>
  new Promise<void>((entered, failed) => {
    const socket = new WebSocket(`${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
    });
    socket.on("message", (data: Buffer) => {
      const message = data.toString();
      if (message.startsWith(EVENT)) hear(message);
      else if (message === "2") socket.send("3");
      else if (message.startsWith("0")) socket.send("40");
      else if (message.startsWith("40")) socket.send(`420["enter",${JSON.stringify([room])}]`);
      else if (message === "430[[]]") entered();
      else failed(new Error(`${room} could not be entered: ${message}`));
    });
    socket.on("error", failed);
    socket.on("close", () => failed(new Error("A connection was cut")));
  });

const AT_ONCE = 50;
for (let left = Number(count); left > 0; left -= AT_ONCE) {
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, left) }, listen));
}
process.send?.("everybody is in the room");
process.once("SIGTERM", () => process.exit(0));
