// What any Socket.IO server has to do, and nothing else: the baseline of the push.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";

const http = createServer((req, res) => {
  const payload = JSON.parse(decodeURIComponent((req.url ?? "").slice(1))) as object;
  io.to("room").emit("case.moved", payload);
  res.end();
});
const io = new Server(http, { serveClient: false, transports: ["websocket"] });

io.on("connection", (socket) => {
  socket.on("enter", (_rooms: string[], answer: (refused: string[]) => void) => {
    void socket.join("room");
    answer([]);
  });
});

http.listen(0, "127.0.0.1", () =>
  process.send?.({ url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` }),
);
process.once("SIGTERM", () => process.exit(0));
