import { io } from "socket.io-client";
import { AppError, type HttpCall, type HttpReply, type Point } from "@gongzhi/shared/core";
import type { Platform } from "@gongzhi/shared/platform";
import { exchange } from "./device/exchange.ts";
import { newUuid } from "./device/newUuid.ts";
import { photoBox } from "./device/photoBox.ts";
import { safeStorage } from "./device/safeStorage.ts";

/** What the shared code needs, as a browser gives it. */
export function browserPlatform(): Platform {
  return {
    kind: "web",
    carrier: "cookie",
    send,
    // The session is a cookie, so the socket brings it by itself.
    socket: () => io({ transports: ["websocket"], autoConnect: false }),
    storage: safeStorage(() => window.localStorage),
    photos: photoBox(),
    locate,
    network: {
      online: () => navigator.onLine,
      onChange(hear) {
        window.addEventListener("online", () => hear(true));
        window.addEventListener("offline", () => hear(false));
      },
    },
    now: () => new Date(),
    newId: newUuid,
    wechatCode: null,
    dial: (number) => window.location.assign(`tel:${number}`),
  };
}

const send = ({ method, path, body }: HttpCall): Promise<HttpReply> =>
  exchange(path, {
    method,
    ...(body !== undefined && {
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  });

const PERMISSION_DENIED = 1;

/** Browsers answer in WGS-84 (W3C Geolocation). */
const locate = () =>
  new Promise<Point>((found, failed) => {
    if (!("geolocation" in navigator)) return failed(new AppError("place.unknown"));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => found({ lng: coords.longitude, lat: coords.latitude }),
      ({ code }) => failed(new AppError(code === PERMISSION_DENIED ? "place.denied" : "place.unknown")),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  });
