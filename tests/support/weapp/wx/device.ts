import { listeners, record, recorded, settle, type Callbacks, type World } from "./answer.ts";

const SEEN = [
  "hideKeyboard",
  "makePhoneCall",
  "openCustomerServiceChat",
  "setKeepScreenOn",
  "setNavigationBarColor",
  "setNavigationBarTitle",
  "showNavigationBarLoading",
  "hideNavigationBarLoading",
  "setBackgroundColor",
  "setBackgroundTextStyle",
  "setTabBarBadge",
  "removeTabBarBadge",
  "setTabBarItem",
  "setTabBarStyle",
  "showTabBarRedDot",
  "hideTabBarRedDot",
  "showTabBar",
  "hideTabBar",
  "startPullDownRefresh",
  "stopPullDownRefresh",
  "pageScrollTo",
  "vibrateShort",
  "vibrateLong",
];

const HEARD = ["NetworkStatusChange", "ThemeChange", "MemoryWarning", "WindowResize", "KeyboardHeightChange"];

/** The network's state, the clipboard, and what a test only wants to see called. */
export function deviceApis(world: World) {
  const { phone } = world;
  return {
    ...recorded(world, SEEN),
    ...listeners(world, HEARD),
    getNetworkType: (options: Callbacks) =>
      settle(world, "getNetworkType", options, () => ({
        networkType: phone.network.online ? "wifi" : "none",
      })),
    setClipboardData(options: Callbacks & { data: string }) {
      record(world, "setClipboardData", options);
      return settle(world, "setClipboardData", options, () => void (phone.clipboard = options.data));
    },
    getClipboardData: (options: Callbacks) =>
      settle(world, "getClipboardData", options, () => ({ data: phone.clipboard })),
  };
}
