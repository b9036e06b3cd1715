import Taro from "@tarojs/taro";
import type { Platform } from "@gongzhi/shared/platform";

/** Whether there is a network, as the phone says. */
export function phoneNetwork(): Platform["network"] {
  const hearers = new Set<(online: boolean) => void>();
  let online = true;
  const tell = (now: boolean) => {
    if (now === online) return;
    online = now;
    for (const hear of hearers) hear(now);
  };

  if (process.env.TARO_ENV === "h5") {
    // Not every browser tells Taro when it changes.
    online = navigator.onLine;
    window.addEventListener("online", () => tell(true));
    window.addEventListener("offline", () => tell(false));
  } else {
    Taro.onNetworkStatusChange(({ isConnected }) => tell(isConnected));
    Taro.getNetworkType().then(
      ({ networkType }) => tell(networkType !== "none"),
      () => undefined,
    );
  }
  return { online: () => online, onChange: (hear) => void hearers.add(hear) };
}
