import { planFor } from "./device/shellPlan.ts";

/** The parts of a service worker's world that are used here; the page's types do not know them. */
interface Worker {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(name: "install" | "activate", hear: (event: Lasting) => void): void;
  addEventListener(name: "fetch", hear: (event: Fetching) => void): void;
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const worker = self as unknown as Worker;

/** The portal's files, filled in by the build. */
declare const __SHELL__: string[];
const shell = __SHELL__;
// The list names hashed files, so another build has another name.
const cacheName = `shell-${hash(shell.join())}`;

function hash(text: string): string {
  let sum = 5381;
  for (const letter of text) sum = ((sum * 33) ^ letter.charCodeAt(0)) >>> 0;
  return sum.toString(36);
}

worker.addEventListener("install", (event) =>
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(shell))
      .then(() => worker.skipWaiting()),
  ),
);

worker.addEventListener("activate", (event) =>
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name))),
      )
      .then(() => worker.clients.claim()),
  ),
);

worker.addEventListener("fetch", (event) => {
  const plan = planFor(event.request, worker.location.origin);
  if (plan === "page") event.respondWith(page(event.request));
  if (plan === "asset") event.respondWith(asset(event.request));
});

/** The page comes from the network while there is one: it names the newest files. */
async function page(request: Request): Promise<Response> {
  const kept = () => caches.match("/");
  try {
    const fresh = await fetch(request);
    return fresh.status < 500 ? fresh : ((await kept()) ?? fresh);
  } catch {
    return (await kept()) ?? Response.error();
  }
}

/** A file with a hash in its name never changes. */
async function asset(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await caches.open(cacheName).then((cache) => cache.put(request, fresh.clone()));
  return fresh;
}
