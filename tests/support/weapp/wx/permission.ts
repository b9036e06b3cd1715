import { settle, WxFailure, type Callbacks, type World } from "./answer.ts";

/** Calls that reveal where somebody is, which app.json must list by name before WeChat lets them pass. */
const LISTED = ["getLocation", "chooseLocation", "chooseAddress", "choosePoi", "getFuzzyLocation"];

/** Resolves once the person has agreed to the privacy terms; asks as the mini program or WeChat would. */
export async function needPrivacy({ phone, host }: World, api: string): Promise<void> {
  if (phone.agreedToPrivacy) return;
  if (phone.hears("needPrivacyAuthorization")) {
    const agreed = await new Promise<boolean>((decide) => {
      const resolve = (answer: { event: string }) => {
        if (answer.event !== "exposureAuthorization") decide(answer.event === "agree");
      };
      host.guard(() => phone.tell("needPrivacyAuthorization", [resolve, host.give({ referrer: api })]));
    });
    if (!agreed) throw new WxFailure("privacy permission is not authorized", { errno: 104 });
  } else if (!phone.holder.agrees()) {
    throw new WxFailure("privacy permission is not authorized", { errno: 104 });
  }
  phone.agreedToPrivacy = true;
}

/** Refuses what app.json does not list. */
export function needListing(requiredPrivateInfos: readonly string[] | undefined, api: string): void {
  if (!LISTED.includes(api) || requiredPrivateInfos?.includes(api)) return;
  const field = "requiredPrivateInfos field in app.json/ext.json";
  throw new WxFailure(`the api need to be declared in the ${field}`);
}

type Scoped = Callbacks & { scope: string };

/** Settings, scopes and the privacy terms. */
export function permissionApis(world: World) {
  const { phone } = world;
  const asked = new Map<string, boolean>();
  const isGranted = (scope: string): boolean => {
    const granted = asked.get(scope) ?? phone.holder.grants(scope);
    asked.set(scope, granted);
    return granted;
  };
  const authSetting = () => Object.fromEntries(asked);

  return {
    isGranted,
    apis: {
      getSetting: (options: Callbacks) =>
        settle(world, "getSetting", options, () => ({ authSetting: authSetting() })),
      openSetting: (options: Callbacks) =>
        settle(world, "openSetting", options, () => {
          for (const scope of asked.keys()) asked.set(scope, phone.holder.grants(scope));
          return { authSetting: authSetting() };
        }),
      authorize: (options: Scoped) =>
        settle(world, "authorize", options, () => {
          if (!isGranted(options.scope)) throw new WxFailure("auth deny");
        }),
      getPrivacySetting: (options: Callbacks) =>
        settle(world, "getPrivacySetting", options, () => ({
          needAuthorization: !phone.agreedToPrivacy,
          privacyContractName: "《小程序用户隐私保护指引》",
        })),
      requirePrivacyAuthorize: (options: Callbacks) =>
        settle(world, "requirePrivacyAuthorize", options, () =>
          needPrivacy(world, "requirePrivacyAuthorize"),
        ),
      openPrivacyContract: (options: Callbacks) => settle(world, "openPrivacyContract", options, () => {}),
      onNeedPrivacyAuthorization: (hear: (resolve: unknown, info: unknown) => void) =>
        phone.on("needPrivacyAuthorization", ([resolve, info]: [unknown, unknown]) => hear(resolve, info)),
    },
  };
}
