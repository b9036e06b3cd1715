import { describe, expect, test, vi } from "vitest";
import { openTestDevice } from "../platform/fixtures.ts";

const device = () => openTestDevice(() => ({ status: 200, body: {} }));

describe("the live connection", () => {
  test("enters a room once, however many watch it, and leaves with the last", () => {
    const { services, arrive, emitted } = device();
    arrive("connect");
    const first = services.live.watch("figures:990102000000");
    const second = services.live.watch("figures:990102000000");
    first();
    first();
    expect(emitted).toEqual([{ event: "enter", rooms: ["figures:990102000000"] }]);
    second();
    expect(emitted.at(-1)).toEqual({ event: "leave", rooms: ["figures:990102000000"] });
  });

  test("enters its rooms again after a reconnection, then catches up, and not at the first connection", () => {
    const { services, arrive, emitted } = device();
    const catchUp = vi.fn(() => expect(emitted.at(-1)?.event).toBe("enter"));
    services.live.onCatchUp(catchUp);
    services.live.watch("figures:990102000000");
    arrive("connect");
    expect(catchUp).not.toHaveBeenCalled();
    arrive("disconnect");
    expect(services.live.state.value).toBe("offline");
    arrive("connect");
    expect(catchUp).toHaveBeenCalledOnce();
    expect(services.live.state.value).toBe("live");
    expect(emitted.filter(({ event }) => event === "enter")).toHaveLength(2);
  });

  test("connects again by itself when the server has cut it, and says that it was cut", () => {
    const { services, arrive } = device();
    const heard: string[] = [];
    services.live.onCatchUp(() => heard.push("catch up"));
    services.live.onCut(() => heard.push("cut"));
    arrive("connect");
    arrive("disconnect", "transport close");
    arrive("connect");
    expect(heard).toEqual(["catch up"]);
    arrive("disconnect", "io server disconnect");
    expect(services.live.state.value).toBe("live");
    expect(heard).toEqual(["catch up", "catch up", "cut"]);
  });

  test("stays away while it is paused", () => {
    const { services, arrive } = device();
    arrive("connect");
    services.live.pause();
    expect(services.live.state.value).toBe("offline");
    services.live.resume();
    expect(services.live.state.value).toBe("live");
  });

  test("stops hearing when told so", () => {
    const { services, arrive } = device();
    const hear = vi.fn();
    const stop = services.live.on("case.moved", hear);
    arrive("case.moved", { caseId: "a" });
    stop();
    arrive("case.moved", { caseId: "b" });
    expect(hear).toHaveBeenCalledOnce();
  });
});
