import type { HttpReply } from "@gongzhi/shared/core";

const TIMEOUT_MS = 20_000;

/** One HTTP exchange with our own server, cookies included; rejects only when no answer came in time. */
export async function exchange(path: string, init: RequestInit, timeoutMs = TIMEOUT_MS): Promise<HttpReply> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const reply = await fetch(path, { ...init, credentials: "same-origin", signal: abort.signal });
    const text = await reply.text();
    return { status: reply.status, body: parsed(text) };
  } finally {
    clearTimeout(timer);
  }
}

/** A gateway in between may answer with a page instead of JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
