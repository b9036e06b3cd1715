/** The part of the WebSocket interface that both `ws` and browsers have. */
export interface SocketLike {
  binaryType: string;
  readonly readyState: number;
  send(data: string | ArrayBufferLike): void;
  close(code?: number, reason?: string): void;
  addEventListener(type: "open" | "error", hear: () => void): void;
  addEventListener(type: "message", hear: (event: { data: unknown }) => void): void;
  addEventListener(type: "close", hear: (event: { code: number; reason: string }) => void): void;
}

/** What the faked `wx` needs from where it runs: Node with a sandbox, or a browser page. */
export interface Host {
  fetch(url: string, init: RequestInit): Promise<Response>;
  socket(url: string, protocols: string[], header: Record<string, string>): SocketLike;
  /** Moves plain data, byte buffers and errors into the mini program's own world. */
  give<Value>(value: Value): Value;
  /** Runs code of the mini program; what it throws is complained about and goes no further. */
  guard(work: () => void): void;
  later(work: () => void, ms?: number): void;
}
