import { normalisePhone, type accountApi } from "@gongzhi/shared/accounts";
import { HOUR_MS } from "@gongzhi/shared/core";
import { fail } from "../../core/fail.ts";
import type { Logger } from "../../core/log.ts";
import { networkOf } from "../../core/rateLimit.ts";
import type { Seal } from "../../core/seal.ts";
import type { SessionCall } from "../../core/serve.ts";
import { attempts, type AttemptLimit } from "./attempts.ts";
import { CODE_WAIT_MS, signInCodes } from "./codes.ts";
import type { CodeSender } from "./codeSender.ts";
import { accounts, type Account } from "./repository.ts";
import type { WechatLogin } from "./wechatLogin.ts";

/** Codes one number gets without any of them being used, and codes one network may ask for. */
const perPhone: AttemptLimit = { most: 5, forMs: HOUR_MS };
const perNetwork: AttemptLimit = { most: 100, forMs: HOUR_MS };

/** What residents sign in with. */
export interface ResidentWorld {
  readonly seal: Seal;
  readonly sender: CodeSender;
  readonly wechat: WechatLogin;
  readonly log: Logger;
  readonly limited: boolean;
}

/** How residents prove who they are: a code sent to their number, or a WeChat that was bound to it. */
export function residentSignIn(world: ResidentWorld) {
  const { seal, sender, wechat, log, limited } = world;
  const codes = signInCodes(seal);

  const numberIn = (written: string) => normalisePhone(written) ?? fail("account.phone_invalid");
  const phoneMark = (phone: string) => seal.lookup(`phone ${phone}`);
  const openidMark = (openid: string) => seal.lookup(`openid ${openid}`);
  const attemptsOf = (phoneHash: string) => `phone ${phoneHash}`;

  const phoneOf = ({ id, phoneSealed }: Pick<Account, "id" | "phoneSealed">): string | null =>
    phoneSealed === null ? null : seal.open(phoneSealed, `phone ${id}`);

  const residentWith = (phone: string, now: Date): Promise<Account> =>
    accounts.resident({ hash: phoneMark(phone), sealFor: (id) => seal.seal(phone, `phone ${id}`) }, now);

  /** The mark of the WeChat that comes along, if it may be bound to this number. */
  async function wechatToBind(code: string | undefined, phone: string): Promise<string | null> {
    if (code === undefined) return null;
    // A WeChat that does not answer must not keep anybody from signing in with a good code; it binds next time.
    const openid = await wechat.openidOf(code).catch(() => null);
    if (openid === null) return null;
    const holder = await accounts.byOpenid(openidMark(openid));
    if (holder && phoneOf(holder) !== phone) fail("account.wechat_taken");
    return openidMark(openid);
  }

  return {
    phoneOf,
    residentWith,

    async sendCode({ input, now, address }: SessionCall<typeof accountApi.sendCode>) {
      const phone = numberIn(input.phone);
      const phoneHash = phoneMark(phone);
      const network = `network ${seal.lookup(networkOf(address))}`;
      if (limited && !(await attempts.take(network, perNetwork, now))) fail("request.too_many");

      const code = (await codes.make(phoneHash, now)) ?? fail("account.code_wait");
      if (!(await attempts.take(attemptsOf(phoneHash), perPhone, now))) {
        await codes.drop(phoneHash);
        fail("account.code_wait");
      }
      try {
        await sender.send(phone, code);
      } catch (error) {
        log.error({ err: error }, "a sign-in code could not be sent");
        await codes.drop(phoneHash);
        fail("server.busy");
      }
      return { retryAfterSeconds: CODE_WAIT_MS / 1000, demoCode: sender.shows ? code : null };
    },

    /** The resident who proved to have the number; a WeChat that came along is bound to it. */
    async byCode({ input, now }: SessionCall<typeof accountApi.signInByCode>): Promise<Account> {
      const phone = numberIn(input.phone);
      const phoneHash = phoneMark(phone);
      // Before the code is used up, so that it is still good without the WeChat.
      const openidHash = await wechatToBind(input.wechatCode, phone);

      const proof = await codes.use(phoneHash, input.code, now);
      if (proof !== "right") return fail(proof === "wrong" ? "account.code_wrong" : "account.code_expired");
      await attempts.forget(attemptsOf(phoneHash));

      const resident = await residentWith(phone, now);
      if (openidHash && !(await accounts.bindWechat(resident.id, openidHash))) fail("account.wechat_taken");
      return resident;
    },

    /** The resident this WeChat was bound to. */
    async byWechat({ input }: SessionCall<typeof accountApi.signInByWechat>): Promise<Account> {
      const openid = await wechat.openidOf(input.wechatCode);
      return (await accounts.byOpenid(openidMark(openid))) ?? fail("account.wechat_unbound");
    },

    sweep: (now: Date) => codes.sweep(now),
  };
}
