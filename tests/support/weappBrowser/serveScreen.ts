import { createServer, type ServerResponse } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";

/** Where the screen's page, the package's pictures and the phone's files come from. */
export interface Shelf {
  readonly html: string;
  readonly dist: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const TYPES: Readonly<Record<string, string>> = { png: "image/png", jpg: "image/jpeg", svg: "image/svg+xml" };

/** Serves them to the browser on a port of its own. */
export async function serveScreen({ html, dist, files }: Shelf): Promise<{ url: string; stop: () => void }> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://screen");
    if (pathname === "/") return void send(response, "text/html; charset=utf-8", html);
    const asked = pathname === "/file" ? (searchParams.get("path") ?? "") : pathname.slice("/package".length);
    const type = TYPES[path.extname(asked).slice(1)] ?? "application/octet-stream";
    if (pathname === "/file") return void send(response, type, files.get(asked));
    const file = path.join(dist, path.normalize(asked));
    send(response, type, existsSync(file) ? readFileSync(file) : undefined);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const stop = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}/`, stop };
}

function send(response: ServerResponse, type: string, body: string | Uint8Array | undefined): void {
  response.writeHead(body === undefined ? 404 : 200, { "content-type": type });
  response.end(body);
}
