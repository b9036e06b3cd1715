import Taro from "@tarojs/taro";
import { AppError, type Point } from "@gongzhi/shared/core";
import { reasonOf } from "./exchange.ts";

const PATIENCE_MS = 12_000;

/** How WeChat and browsers say that they may not tell: no permission, no consent, no listing. */
const denied = /\bauth|deny|denied|privacy|permission|declared/i;

/** Where the phone is, in WGS-84; WeChat asks for consent and permission by itself. */
export async function locate(): Promise<Point> {
  const { longitude, latitude } = await Taro.getLocation({
    type: "wgs84",
    isHighAccuracy: true,
    highAccuracyExpireTime: PATIENCE_MS,
  }).catch((error: unknown) => {
    throw new AppError(denied.test(reasonOf(error)) ? "place.denied" : "place.unknown");
  });
  return { lng: longitude, lat: latitude };
}
