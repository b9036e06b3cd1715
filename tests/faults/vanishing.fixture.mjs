// A client that listens in a room until it is killed.
import { io } from "socket.io-client";

const [url, room, sockets] = process.argv.slice(2);
for (let each = 0; each < Number(sockets); each += 1) {
  const socket = io(url, { transports: ["websocket"], forceNew: true });
  socket.emit("enter", [room], () => process.send("entered"));
}
