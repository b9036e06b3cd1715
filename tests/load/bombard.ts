import autocannon, { type Options, type Result } from "autocannon";

/** One request of many. */
export interface Shot {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** How a server is asked. */
export interface Bombardment {
  readonly url: string;
  readonly amount: number;
  /** The next request; every one may be different. */
  readonly next: () => Shot;
  /** Looks at every answer that came; says what is wrong with it, or null. */
  readonly fault: (status: number, body: string) => string | null;
}

/** How it answered. */
export interface Round {
  readonly perSecond: number;
  /** Milliseconds from writing a request to reading its whole answer. */
  readonly latencies: readonly number[];
}

/** Requests under way at once, each on a connection of its own. */
export const CONNECTIONS = 32;
/** A round ends by then, however few answers came. */
const MOST_SECONDS = 5;

/** Sends so many requests, each connection waiting for its answer; throws when an answer was wrong or lost. */
export async function bombard({ url, amount, next, fault }: Bombardment): Promise<Round> {
  const latencies: number[] = [];
  const faults: string[] = [];
  const sentAt = new WeakMap<object, number>();
  let [began, finished] = [0, 0];

  const { errors } = await fire({
    url,
    amount,
    connections: CONNECTIONS,
    requests: [
      {
        setupRequest(request, context) {
          const { method, path, headers = {}, body } = next();
          const json = body === undefined ? {} : { body: JSON.stringify(body) };
          const type = body === undefined ? {} : { "content-type": "application/json" };
          const now = performance.now();
          began ||= now;
          sentAt.set(context, now);
          return { ...request, method, path, headers: { ...headers, ...type }, ...json };
        },
        onResponse(status, body, context) {
          finished = performance.now();
          latencies.push(finished - (sentAt.get(context) ?? finished));
          const wrong = fault(status, body);
          if (wrong) faults.push(wrong);
        },
      },
    ],
  });

  if (faults.length > 0) throw new Error(`${url}: ${faults.length} wrong answers, the first: ${faults[0]}`);
  if (errors > 0 || latencies.length === 0) throw new Error(`${url}: ${errors} requests got no answer`);
  return { perSecond: (latencies.length / (finished - began)) * 1000, latencies };
}

function fire(options: Options): Promise<Result> {
  return new Promise((answer, fail) => {
    const running = autocannon(options, (error: unknown, result) => {
      clearTimeout(late);
      if (error) fail(error as Error);
      else answer(result);
    });
    const late = setTimeout(() => running.stop(), MOST_SECONDS * 1000);
  });
}
