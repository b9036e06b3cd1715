import Taro from "@tarojs/taro";

/** Where a develop or trial build may be pointed at another server, without being built again. */
export const API_BASE_KEY = "gongzhi.apiBase";

/** The origin of the API: our own on H5; in WeChat the built-in one, which only a release holds to firmly. */
export function apiBase(): string {
  if (process.env.TARO_ENV === "h5") return window.location.origin;
  if (Taro.getAccountInfoSync().miniProgram.envVersion === "release") return API_BASE;
  const other: unknown = Taro.getStorageSync(API_BASE_KEY);
  return typeof other === "string" && other !== "" ? other : API_BASE;
}

/** An address as the server gives it, such as a photo's, for elements that fetch by themselves. */
export const serverUrl = (path: string): string => (path.startsWith("/") ? apiBase() + path : path);
