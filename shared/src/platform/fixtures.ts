import { createPinia } from "pinia";
import { createApp, effectScope, type EffectScope } from "vue";
import type { HttpCall, HttpReply } from "../core/index.ts";
import type { LiveSocket } from "../live/client.ts";
import type { DevicePhoto, Platform } from "./index.ts";
import { providePlatform, type Services } from "./services.ts";

/** A socket that is told by the test what arrives. */
function testSocket() {
  const hearers = new Map<string, Set<(payload: unknown) => void>>();
  const emitted: { event: string; rooms: string[] }[] = [];
  const socket = {
    connected: false,
    on: (event: string, hear: (payload: unknown) => void) => {
      hearers.set(event, (hearers.get(event) ?? new Set()).add(hear));
      return socket;
    },
    off: (event: string, hear: (payload: unknown) => void) => {
      hearers.get(event)?.delete(hear);
      return socket;
    },
    emit: (event: string, rooms: string[], answer?: (refused: string[]) => void) => {
      emitted.push({ event, rooms });
      answer?.([]);
      return socket;
    },
    connect: () => arrive("connect"),
    disconnect: () => {
      if (socket.connected) arrive("disconnect");
    },
  };
  function arrive(event: string, payload?: unknown): void {
    if (event === "connect") socket.connected = true;
    if (event === "disconnect") socket.connected = false;
    for (const hear of [...(hearers.get(event) ?? [])]) hear(payload);
  }
  return { socket: socket as unknown as LiveSocket, arrive, emitted };
}

/** What a test can see of the device and do to it. */
export interface TestDevice {
  readonly platform: Platform;
  readonly services: Services;
  readonly calls: HttpCall[];
  readonly storage: Map<string, string>;
  readonly photos: Map<string, DevicePhoto>;
  /** Rooms asked for over the socket. */
  readonly emitted: readonly { event: string; rooms: string[] }[];
  /** Something arrives over the socket. */
  arrive(event: string, payload?: unknown): void;
  /** The network goes or comes. */
  setOnline(online: boolean): void;
  /** Runs a composable inside the app. */
  use<Result>(composable: () => Result): Result;
  close(): void;
}

/** Answers a call of the app under test; rejects to play a lost network. */
export type TestServer = (call: HttpCall) => HttpReply | Promise<HttpReply>;

/**
 * An app on a device of its own, talking to `server`; `storage` lets it start where another one ended, and `given`
 * is what this device is or does otherwise.
 */
export function openTestDevice(
  server: TestServer,
  storage = new Map<string, string>(),
  given: Partial<Platform> = {},
): TestDevice {
  const { socket, arrive, emitted } = testSocket();
  const calls: HttpCall[] = [];
  const photos = new Map<string, DevicePhoto>();
  const networkHearers = new Set<(online: boolean) => void>();
  let online = true;
  let made = 0;

  const reach = async (call: HttpCall): Promise<HttpReply> => {
    if (!online) throw new Error("no network");
    calls.push(call);
    return server(call);
  };
  const newId = () => `00000000-0000-4000-8000-${String(++made).padStart(12, "0")}`;

  const platform: Platform = {
    kind: "web",
    carrier: "cookie",
    send: reach,
    socket: () => socket,
    storage: {
      read: (key) => storage.get(key) ?? null,
      write: (key, value) => void storage.set(key, value),
      remove: (key) => void storage.delete(key),
    },
    photos: {
      pick: async () => {
        const photo = { deviceId: newId(), preview: "blob:photo" };
        photos.set(photo.deviceId, photo);
        return [photo];
      },
      recall: async (deviceId) => photos.get(deviceId) ?? null,
      send: (deviceId) => reach({ method: "POST", path: "/api/photos", body: { deviceId } }),
      drop: async (deviceId) => void photos.delete(deviceId),
    },
    locate: async () => ({ lng: 120.1, lat: 30.2 }),
    network: { online: () => online, onChange: (hear) => void networkHearers.add(hear) },
    now: () => new Date("2026-03-09T09:00:00+08:00"),
    newId,
    wechatCode: null,
    dial: () => undefined,
    ...given,
  };

  const app = createApp({});
  app.use(createPinia());
  const services = providePlatform(app, platform);
  const scopes: EffectScope[] = [];

  return {
    platform,
    services,
    calls,
    storage,
    photos,
    emitted,
    arrive,
    setOnline: (next) => {
      online = next;
      for (const hear of networkHearers) hear(next);
    },
    use: (composable) => {
      const scope = effectScope();
      scopes.push(scope);
      return scope.run(() => app.runWithContext(composable)) as ReturnType<typeof composable>;
    },
    close: () => scopes.forEach((scope) => scope.stop()),
  };
}
