import type { AppJson } from "../appJson.ts";
import { accountApis } from "./account.ts";
import type { World } from "./answer.ts";
import { deviceApis } from "./device.ts";
import { dialogApis } from "./dialogs.ts";
import { fileApis } from "./files.ts";
import { locationApis } from "./location.ts";
import { mediaApis } from "./media.ts";
import { navigationApis, type Pages } from "./navigation.ts";
import { permissionApis } from "./permission.ts";
import { requestApis } from "./request.ts";
import { socketApis } from "./socket.ts";
import { storageApis } from "./storage.ts";
import { systemApis } from "./system.ts";

/** What `createSelectorQuery` is where the mini program is drawn; the fake leaves it to whoever draws. */
export type Selectors = Readonly<Record<string, unknown>>;

/** The `wx` object of one running app. What is not here is undefined there, as in an old WeChat. */
export function fakeWx(
  world: World,
  appJson: AppJson,
  pages: Pages,
  launchedAt: () => { path: string; query: Record<string, string> },
  selectors: Selectors,
): Record<string, unknown> {
  const { isGranted, apis: permission } = permissionApis(world);
  const { requiredPrivateInfos } = appJson;
  return {
    ...systemApis(world, launchedAt),
    ...storageApis(world),
    ...requestApis(world),
    ...socketApis(world),
    ...fileApis(world),
    ...mediaApis(world),
    ...permission,
    ...locationApis(world, { requiredPrivateInfos, isGranted }),
    ...dialogApis(world),
    ...accountApis(world),
    ...deviceApis(world),
    ...navigationApis(world, pages),
    ...selectors,
  };
}
