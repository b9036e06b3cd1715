import type { Storage } from "@gongzhi/shared/platform";

const KEY = "reloaded";
const PAUSE_MS = 10_000;

/**
 * After a deployment an open page still names files that are gone: then the page is read anew. Whether it was; not
 * twice in ten seconds, for without a network reading anew helps nobody.
 */
export function reloadOnce(storage: Storage, now: Date, reload: () => void): boolean {
  const last = Number(storage.read(KEY) ?? 0);
  if (now.getTime() - last < PAUSE_MS) return false;
  storage.write(KEY, String(now.getTime()));
  reload();
  return true;
}
