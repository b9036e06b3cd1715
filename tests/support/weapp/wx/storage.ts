import { settle, WxFailure, type Callbacks, type World } from "./answer.ts";

/** WeChat keeps at most 1 MB under one key and 10 MB in all. */
const MOST_PER_KEY = 1024 * 1024;
const MOST_IN_ALL = 10 * MOST_PER_KEY;

type Keyed = Callbacks & { key: string; data?: unknown };

/** wx.setStorage and its kin over the phone's lasting storage. */
export function storageApis(world: World) {
  const { phone, host } = world;
  const { storage } = phone;

  const used = () => [...storage.values()].reduce((sum, text) => sum + text.length, 0);
  function write(key: string, value: unknown): void {
    const text = JSON.stringify(value) ?? '""';
    if (text.length > MOST_PER_KEY || used() + text.length > MOST_IN_ALL) {
      throw new WxFailure("exceed storage max size 10Mb");
    }
    storage.set(key, text);
  }
  /** A key that is not there reads as the empty text. */
  const read = (key: string): unknown => host.give(JSON.parse(storage.get(key) ?? '""') as unknown);
  const info = () =>
    host.give({ keys: [...storage.keys()], currentSize: Math.ceil(used() / 1024), limitSize: 10_240 });

  return {
    setStorageSync(key: string, value: unknown) {
      try {
        write(key, value);
      } catch (error) {
        throw host.give(new Error(`setStorageSync:fail ${(error as Error).message}`));
      }
    },
    getStorageSync: read,
    removeStorageSync: (key: string) => void storage.delete(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: info,
    setStorage: (options: Keyed) =>
      settle(world, "setStorage", options, () => write(options.key, options.data)),
    getStorage: (options: Keyed) =>
      settle(world, "getStorage", options, () => {
        if (!storage.has(options.key)) throw new WxFailure("data not found");
        return { data: read(options.key) };
      }),
    removeStorage: (options: Keyed) =>
      settle(world, "removeStorage", options, () => void storage.delete(options.key)),
    clearStorage: (options: Callbacks) => settle(world, "clearStorage", options, () => storage.clear()),
    getStorageInfo: (options: Callbacks) => settle(world, "getStorageInfo", options, info),
  };
}
