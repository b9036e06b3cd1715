// Loaded before a server (`node --import`): tells the bench at which moment an event was handed to Socket.IO, which
// only the inside of the server knows. Both servers carry it, and it speaks after the event has been sent.
import { createRequire } from "node:module";

const ofServer = createRequire(process.argv[1] ?? import.meta.url);
const { Adapter } = createRequire(ofServer.resolve("socket.io"))("socket.io-adapter");
const { broadcast } = Adapter.prototype;

Adapter.prototype.broadcast = function (packet, options) {
  const at = Number(process.hrtime.bigint()) / 1e6;
  broadcast.call(this, packet, options);
  const [event, payload] = packet.data ?? [];
  if (event === "case.moved") process.send?.({ revision: payload.revision, at });
};
