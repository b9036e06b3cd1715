import { listeners, settle, type Callbacks, type World } from "./answer.ts";

const HEARD = ["AppShow", "AppHide", "Error", "UnhandledRejection", "PageNotFound", "AudioInterruptionEnd"];
const STATUS_BAR = 44;
const NAVIGATION_BAR = 44;

/** What the phone, WeChat and the mini program say about themselves. */
export function systemApis(world: World, launchedAt: () => { path: string; query: Record<string, string> }) {
  const { phone, host } = world;

  const screen = () => {
    const { windowWidth, windowHeight } = phone.settings;
    const screenHeight = windowHeight + STATUS_BAR + NAVIGATION_BAR;
    const safeArea = {
      left: 0,
      right: windowWidth,
      top: STATUS_BAR,
      bottom: screenHeight - 34,
      width: windowWidth,
    };
    const height = safeArea.bottom - safeArea.top;
    const sizes = {
      windowWidth,
      windowHeight,
      screenWidth: windowWidth,
      screenHeight,
      statusBarHeight: STATUS_BAR,
    };
    return {
      ...sizes,
      pixelRatio: 2,
      screenTop: STATUS_BAR + NAVIGATION_BAR,
      safeArea: { ...safeArea, height },
    };
  };
  const device = () => ({
    brand: "iPhone",
    model: "iPhone 14",
    system: "iOS 17.0",
    platform: "ios",
    benchmarkLevel: 40,
  });
  const base = () => {
    const { theme, language, fontSizeSetting } = phone.settings;
    return { SDKVersion: "3.8.0", version: "8.0.50", theme, language, fontSizeSetting, enableDebug: false };
  };
  const all = () => host.give({ ...screen(), ...device(), ...base() });
  const launch = () => host.give({ ...launchedAt(), scene: 1001, shareTicket: "", referrerInfo: {} });

  return {
    ...listeners(world, HEARD),
    canIUse: () => true,
    nextTick: (work: () => void) => host.later(work),
    getSystemInfoSync: all,
    getSystemInfo: (options: Callbacks) => settle(world, "getSystemInfo", options, all),
    getWindowInfo: () => host.give(screen()),
    getDeviceInfo: () => host.give(device()),
    getAppBaseInfo: () => host.give(base()),
    getSystemSetting: () =>
      host.give({ locationEnabled: true, wifiEnabled: true, deviceOrientation: "portrait" }),
    getAppAuthorizeSetting: () =>
      host.give({ locationAuthorized: "authorized", cameraAuthorized: "authorized" }),
    getMenuButtonBoundingClientRect: () =>
      host.give({ top: 48, bottom: 80, left: 281, right: 368, width: 87, height: 32 }),
    getAccountInfoSync: () =>
      host.give({
        miniProgram: { appId: "touristappid", envVersion: phone.settings.envVersion, version: "" },
      }),
    getLaunchOptionsSync: launch,
    getEnterOptionsSync: launch,
    getUpdateManager: () => ({
      onCheckForUpdate() {},
      onUpdateReady() {},
      onUpdateFailed() {},
      applyUpdate() {},
    }),
    reportEvent() {},
    getLogManager: () => ({ log() {}, info() {}, warn() {}, debug() {} }),
  };
}
