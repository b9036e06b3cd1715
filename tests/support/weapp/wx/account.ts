import { record, settle, WxFailure, type Callbacks, type World } from "./answer.ts";

type Subscribing = Callbacks & { tmplIds: string[] };

/** At most so many templates may be asked for at once. */
const MOST_TEMPLATES = 5;

/** Signing in and the permission to send messages. */
export function accountApis(world: World) {
  const { holder } = world.phone;
  return {
    login(options: Callbacks) {
      record(world, "login");
      return settle(world, "login", options, () => ({ code: holder.loginCode() }));
    },
    checkSession: (options: Callbacks) => settle(world, "checkSession", options, () => {}),
    requestSubscribeMessage(options: Subscribing) {
      record(world, "requestSubscribeMessage", options);
      return settle(world, "requestSubscribeMessage", options, () => {
        const { tmplIds } = options;
        if (tmplIds.length > MOST_TEMPLATES)
          throw new WxFailure("tmplIds length exceeds 5", { errCode: 20003 });
        return Object.fromEntries(tmplIds.map((id) => [id, holder.subscribes(id) ? "accept" : "reject"]));
      });
    },
  };
}
