import type { Logger } from "../../core/log.ts";

/** Brings a sign-in code to a phone. */
export interface CodeSender {
  /** The code may be shown to whoever asks for it, because this is a demonstration. */
  readonly shows: boolean;
  /** Rejects when the code could not be handed over. */
  send(phone: string, code: string): Promise<void>;
}

/** For the demonstration: the code appears on the console and on the sign-in page. */
export const demoCodeSender = (print: (line: string) => void): CodeSender => ({
  shows: true,
  send: (phone, code) => Promise.resolve(print(`短信验证码 / sign-in code  ${phone}: ${code}`)),
});

const TIMEOUT_MS = 8_000;

/** For a message service behind a webhook: POST { phone, code } with the bearer token; any 2xx counts as sent. */
export const webhookCodeSender = ({
  url,
  token,
  log,
}: {
  url: string;
  token: string | null;
  log: Logger;
}): CodeSender => ({
  shows: false,
  async send(phone, code) {
    const reply = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ phone, code }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (reply.ok) return;
    log.error({ status: reply.status }, "the message service refused a sign-in code");
    throw new Error(`The message service answered ${reply.status}`);
  },
});
