// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { safeStorage } from "./safeStorage.ts";

const forbidden = (): Storage => {
  throw new DOMException("denied", "SecurityError");
};

describe("text that is kept", () => {
  beforeEach(() => localStorage.clear());

  test("survives a reload, under a name of ours", () => {
    safeStorage(() => localStorage).write("report", "路灯不亮");
    expect(safeStorage(() => localStorage).read("report")).toBe("路灯不亮");
    expect(localStorage.key(0)).toBe("gongzhi:report");
  });

  test("is gone after it was removed", () => {
    const storage = safeStorage(() => localStorage);
    storage.write("report", "路灯不亮");
    storage.remove("report");
    expect(storage.read("report")).toBeNull();
  });

  test("lives as long as the page where the browser refuses to keep it", () => {
    const storage = safeStorage(forbidden);
    expect(storage.read("report")).toBeNull();
    storage.write("report", "路灯不亮");
    expect(storage.read("report")).toBe("路灯不亮");
    storage.remove("report");
    expect(storage.read("report")).toBeNull();
  });

  test("is the newest text when the disk filled up in between", () => {
    localStorage.setItem("gongzhi:report", "旧");
    const full = {
      getItem: (key: string) => localStorage.getItem(key),
      setItem: forbidden,
    } as unknown as Storage;
    const storage = safeStorage(() => full);
    storage.write("report", "新");
    expect(storage.read("report")).toBe("新");
  });
});
