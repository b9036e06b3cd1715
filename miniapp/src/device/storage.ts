import Taro from "@tarojs/taro";
import type { Storage } from "@gongzhi/shared/platform";

const PREFIX = "gongzhi.";

/** Text that survives a restart; what a full phone refuses to keep lives as long as the app. */
export function phoneStorage(): Storage {
  const memory = new Map<string, string>();
  return {
    read(key) {
      const kept: unknown = memory.get(key) ?? Taro.getStorageSync(PREFIX + key);
      return typeof kept === "string" && kept !== "" ? kept : null;
    },
    write(key, value) {
      try {
        Taro.setStorageSync(PREFIX + key, value);
        memory.delete(key);
      } catch {
        memory.set(key, value);
      }
    },
    remove(key) {
      memory.delete(key);
      Taro.removeStorageSync(PREFIX + key);
    },
  };
}
