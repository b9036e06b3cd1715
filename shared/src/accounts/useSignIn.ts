import { computed, onScopeDispose, ref } from "vue";
import { errorCodeOf } from "../core/appError.ts";
import { useTask } from "../core/useTask.ts";
import { usePlatform } from "../platform/services.ts";
import { useDemo } from "./demoStore.ts";
import { useMeStore } from "./meStore.ts";
import type { DemoAccount } from "./model.ts";
import { normalisePhone } from "./phone.ts";

/** Signing in: residents by phone and code or WeChat, workers by name and password. */
export function useSignIn() {
  const { client, platform } = usePlatform();
  const me = useMeStore();
  const demo = useDemo();
  const { busy, error, run } = useTask();

  const phone = ref("");
  const code = ref("");
  const name = ref("");
  const password = ref("");
  const codeSent = ref(false);
  const demoCode = ref<string | null>(null);
  const secondsLeft = ref(0);

  let ticking: ReturnType<typeof setInterval> | undefined;
  const stop = () => clearInterval(ticking);
  onScopeDispose(stop);

  function waitBefore(seconds: number): void {
    stop();
    secondsLeft.value = seconds;
    ticking = setInterval(() => {
      secondsLeft.value -= 1;
      if (secondsLeft.value <= 0) stop();
    }, 1000);
  }

  const phoneValid = computed(() => normalisePhone(phone.value) !== null);

  const sendCode = () =>
    run(async () => {
      const sent = await client.accounts.sendCode({ phone: phone.value });
      codeSent.value = true;
      demoCode.value = sent.demoCode;
      waitBefore(sent.retryAfterSeconds);
    });

  /** Whether it succeeded. */
  const signInByCode = async () =>
    (await run(async () => {
      // Binding WeChat along the way lets the next sign-in go without a code; it must not be in the way of this one.
      const wechatCode = await platform.wechatCode?.().catch(() => undefined);
      const given = { phone: phone.value, code: code.value.trim(), carrier: platform.carrier };
      const bound = wechatCode ? { ...given, wechatCode } : given;
      // The WeChat of somebody else stays theirs; the code is still good without it.
      const signedIn = await client.accounts.signInByCode(bound).catch((cause: unknown) => {
        if (errorCodeOf(cause) !== "account.wechat_taken") throw cause;
        return client.accounts.signInByCode(given);
      });
      me.signedIn(signedIn);
      return true;
    })) ?? false;

  const signInByWechat = async () =>
    (await run(async () => {
      me.signedIn(
        await client.accounts.signInByWechat({ wechatCode: (await platform.wechatCode?.()) ?? "" }),
      );
      return true;
    })) ?? false;

  const signInByPassword = async () =>
    (await run(async () => {
      const given = { name: name.value.trim(), password: password.value, carrier: platform.carrier };
      me.signedIn(await client.accounts.signInByPassword(given));
      return true;
    })) ?? false;

  /** Fills the form with a demonstration sign-in and signs in with it. */
  async function signInAs(account: DemoAccount): Promise<boolean> {
    if (account.password !== null) {
      name.value = account.login;
      password.value = account.password;
      return signInByPassword();
    }
    phone.value = account.login;
    await sendCode();
    if (demoCode.value === null) return false;
    code.value = demoCode.value;
    return signInByCode();
  }

  return {
    busy,
    error,
    phone,
    code,
    name,
    password,
    codeSent,
    demoCode,
    secondsLeft,
    phoneValid,
    demoAccounts: computed(() => demo.accounts),
    hasWechat: platform.wechatCode !== null,
    sendCode,
    signInByCode,
    signInByWechat,
    signInByPassword,
    loadDemo: demo.load,
    signInAs,
  };
}
