import { z } from "zod";
import { fail } from "../../core/fail.ts";
import type { Logger } from "../../core/log.ts";

/** Finds out which WeChat a code of wx.login belongs to. */
export interface WechatLogin {
  /** The openid; fails with `account.wechat_failed` whatever the reason. */
  openidOf(code: string): Promise<string>;
}

const TIMEOUT_MS = 5_000;

/** What jscode2session answers. The session key is not even read, so it cannot go anywhere. */
const Answer = z.union([
  z.object({ openid: z.string().min(1) }),
  z.object({ errcode: z.int(), errmsg: z.string().default("") }),
]);

/**
 * WeChat's own service, or one that behaves like it at another address.
 * @see https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html
 */
export function wechatLogin(keys: { base: string; appId: string; secret: string; log: Logger }): WechatLogin {
  const { base, appId, secret, log } = keys;

  async function ask(code: string): Promise<z.output<typeof Answer>> {
    const url = new URL("/sns/jscode2session", base);
    url.search = new URLSearchParams({
      appid: appId,
      secret,
      js_code: code,
      grant_type: "authorization_code",
    }).toString();
    const reply = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    // WeChat sends JSON as text/plain.
    return Answer.parse(JSON.parse(await reply.text()));
  }

  return {
    async openidOf(code) {
      const answer = await ask(code).catch((error: unknown) => {
        log.error({ type: error instanceof Error ? error.name : typeof error }, "WeChat did not answer");
        return fail("account.wechat_failed");
      });
      if ("openid" in answer) return answer.openid;
      log.warn({ errcode: answer.errcode }, "WeChat refused a sign-in");
      return fail("account.wechat_failed");
    },
  };
}

/** Where no WeChat keys are configured. */
export const noWechat: WechatLogin = { openidOf: () => Promise.resolve(fail("account.wechat_failed")) };
