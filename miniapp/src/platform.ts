import Taro from "@tarojs/taro";
import { AppError } from "@gongzhi/shared/core";
import type { Platform } from "@gongzhi/shared/platform";
import { apiBase } from "./device/apiBase.ts";
import { browserPhotos } from "./device/browserPhotos.ts";
import { exchange } from "./device/exchange.ts";
import { locate } from "./device/locate.ts";
import { phoneNetwork } from "./device/network.ts";
import { newUuid, stockUpOnChance } from "./device/newUuid.ts";
import { phoneStorage } from "./device/storage.ts";
import { wechatPhotos } from "./device/wechatPhotos.ts";
import { liveSocket } from "./live/connect.ts";

const inBrowser = process.env.TARO_ENV === "h5";
/** From this text size on somebody asked WeChat for more than large type: its care mode has 23.8 on iPhones. */
const CARE_MODE_FONT = 22;

/** What the shared code needs, as WeChat gives it, and as a browser does for H5. */
export function phonePlatform(): Platform {
  stockUpOnChance();
  return {
    kind: "miniapp",
    // In a browser the cookie is safer: no script can read it.
    carrier: inBrowser ? "cookie" : "token",
    send: exchange,
    socket: (token) => liveSocket(apiBase(), token),
    storage: phoneStorage(),
    photos: process.env.TARO_ENV === "h5" ? browserPhotos() : wechatPhotos(),
    locate,
    network: phoneNetwork(),
    now: () => new Date(),
    newId: newUuid,
    wechatCode: inBrowser ? null : wechatCode,
    // Somebody who thinks better of it has not failed.
    dial: (phoneNumber) => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined),
    largeType: asksForLargeType(),
  };
}

const wechatCode = (): Promise<string> =>
  Taro.login().then(
    ({ code }) => code,
    () => {
      throw new AppError("account.wechat_failed");
    },
  );

function asksForLargeType(): boolean {
  const { fontSizeSetting } = Taro.getAppBaseInfo() as { fontSizeSetting?: number };
  return (fontSizeSetting ?? 0) >= CARE_MODE_FONT;
}
