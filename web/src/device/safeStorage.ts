import type { Storage as TextStorage } from "@gongzhi/shared/platform";

const PREFIX = "gongzhi:";

/** Text that survives a reload where the browser allows it, and otherwise lives as long as the page. */
export function safeStorage(open: () => Storage): TextStorage {
  const memory = new Map<string, string>();

  /** Private windows and full disks refuse: what was written then stays in memory. */
  function attempt<Result>(work: (storage: Storage) => Result): Result | undefined {
    try {
      return work(open());
    } catch {
      return undefined;
    }
  }

  return {
    read: (key) => memory.get(key) ?? attempt((storage) => storage.getItem(PREFIX + key)) ?? null,
    write(key, value) {
      const written = attempt((storage) => {
        storage.setItem(PREFIX + key, value);
        return true;
      });
      if (written) memory.delete(key);
      else memory.set(key, value);
    },
    remove(key) {
      memory.delete(key);
      attempt((storage) => storage.removeItem(PREFIX + key));
    },
  };
}
