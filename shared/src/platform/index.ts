import type { HttpCall, HttpReply, Point } from "../core/index.ts";
import type { Carrier } from "../accounts/model.ts";
import type { LiveSocket } from "../live/client.ts";

/** A photo kept on the device until it was sent or dropped. */
export interface DevicePhoto {
  /** A UUID this device made; the server knows the photo by it, so sending it again is harmless. */
  readonly deviceId: string;
  /** Something an image element can show. */
  readonly preview: string;
}

/** What a device can do with photos. All of them are shrunk to `PHOTO_SIDE` before they are kept. */
export interface PhotoBox {
  /** Lets the person take or choose pictures; empty when they thought better of it. */
  pick(atMost: number): Promise<DevicePhoto[]>;
  /** Finds a kept photo again, after a reload for instance. */
  recall(deviceId: string): Promise<DevicePhoto | null>;
  /** Sends a kept photo as `photoUpload` says; rejects only when no answer came. */
  send(deviceId: string, token: string | null): Promise<HttpReply>;
  drop(deviceId: string): Promise<void>;
}

/** Text that survives a restart of the app. */
export interface Storage {
  read(key: string): string | null;
  write(key: string, value: string): void;
  remove(key: string): void;
}

/** Everything the shared code needs from the device it runs on; each front end has one. */
export interface Platform {
  readonly kind: "web" | "miniapp";
  readonly carrier: Carrier;
  /** One HTTP exchange with the server; rejects only when no answer came. */
  send(call: HttpCall, token: string | null): Promise<HttpReply>;
  /** A socket that is not connected yet; `token` is asked at every connection. */
  socket(token: () => string | null): LiveSocket;
  readonly storage: Storage;
  readonly photos: PhotoBox;
  /** Where the device is, in WGS-84; rejects with `place.denied` or `place.unknown`. */
  locate(): Promise<Point>;
  readonly network: { online(): boolean; onChange(hear: (online: boolean) => void): void };
  now(): Date;
  /** A fresh UUID. */
  newId(): string;
  /** The one-time code of wx.login; null where there is no WeChat. */
  readonly wechatCode: (() => Promise<string>) | null;
  /** Opens the dialler. */
  dial(number: string): void;
  /** Somebody asked the system for large type, WeChat's care mode for instance: the first start follows it. */
  readonly largeType?: boolean;
}
