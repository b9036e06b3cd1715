import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";

/** A real server for the tiny mini program: two lamps, a place for photos, a socket that echoes. */
export class TinyServer {
  readonly received: { method: string; url: string; type: string; body: Buffer }[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<TinyServer> {
    const server = createServer();
    const tiny = new TinyServer(server);
    server.on("request", (request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        const { method = "", url = "", headers } = request;
        const body = Buffer.concat(parts);
        tiny.received.push({ method, url, type: headers["content-type"] ?? "", body });
        response.setHeader("content-type", "application/json");
        response.end(
          JSON.stringify(url === "/lamps" ? [{ name: "东门" }, { name: "西门" }] : { bytes: body.length }),
        );
      });
    });
    new WebSocketServer({ server }).on("connection", (socket) =>
      socket.on("message", (data, isBinary) => socket.send(data, { binary: isBinary })),
    );
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    return tiny;
  }

  get base(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
