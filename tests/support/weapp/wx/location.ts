import { needListing, needPrivacy } from "./permission.ts";
import { record, settle, WxFailure, type Callbacks, type World } from "./answer.ts";

interface Rules {
  readonly requiredPrivateInfos: readonly string[] | undefined;
  isGranted(scope: string): boolean;
}
type LocationOptions = Callbacks & { type?: string };

/** Where the phone is, in WGS-84 only: who asks for shifted coordinates is told so. */
export function locationApis(world: World, { requiredPrivateInfos, isGranted }: Rules) {
  const find = (api: string) => (options: LocationOptions) => {
    record(world, api, options);
    return settle(world, api, options, async () => {
      needListing(requiredPrivateInfos, api);
      if (options.type === "gcj02") throw new WxFailure("this phone does not shift coordinates");
      await needPrivacy(world, api);
      if (!isGranted("scope.userLocation")) throw new WxFailure("auth deny");
      const place = world.phone.holder.stands();
      if (!place) throw new WxFailure("ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF", { errCode: 2 });
      const still = { speed: 0, altitude: 0, verticalAccuracy: 0, horizontalAccuracy: place.accuracy };
      return { ...place, ...still, name: "", address: "" };
    });
  };
  return {
    getLocation: find("getLocation"),
    getFuzzyLocation: find("getFuzzyLocation"),
    chooseLocation: find("chooseLocation"),
    openLocation(options: LocationOptions) {
      record(world, "openLocation", options);
      return settle(world, "openLocation", options, () => {});
    },
  };
}
