import { describe, expect, test } from "vitest";
import type { HttpCall, HttpReply } from "../core/index.ts";
import type { Platform } from "../platform/index.ts";
import { openTestDevice } from "../platform/fixtures.ts";
import { useMeStore } from "./meStore.ts";
import { useSignIn } from "./useSignIn.ts";

const resident = {
  id: "1".repeat(24),
  kind: "resident",
  name: null,
  phoneMasked: "199****0001",
  communityCode: null,
  ageBand: null,
  posts: [],
};

/** Signs in by phone and code on a device with this WeChat; answers what was sent and who is there then. */
async function signIn(wechatCode: Platform["wechatCode"], answer: (call: HttpCall) => HttpReply) {
  const device = openTestDevice(answer, new Map(), { wechatCode });
  const form = device.use(useSignIn);
  form.phone.value = "19900000001";
  form.code.value = "123456";
  const succeeded = await form.signInByCode();
  const sent = device.calls.map(({ body }) => (body as { wechatCode?: string }).wechatCode);
  return { succeeded, sent, error: form.error.value, me: device.use(useMeStore).me };
}
const welcome = (): HttpReply => ({ status: 200, body: { me: resident, token: "t" } });

describe("signing in by phone", () => {
  test("binds the WeChat along the way", async () => {
    expect(await signIn(async () => "wx-1", welcome)).toMatchObject({ succeeded: true, sent: ["wx-1"] });
  });

  test("goes on without a WeChat that does not answer", async () => {
    const lost = () => Promise.reject(new Error("no WeChat"));
    expect(await signIn(lost, welcome)).toMatchObject({ succeeded: true, sent: [undefined] });
  });

  test("goes on without a WeChat that is bound to another number", async () => {
    const taken = ({ body }: HttpCall): HttpReply =>
      (body as { wechatCode?: string }).wechatCode
        ? { status: 409, body: { code: "account.wechat_taken" } }
        : welcome();
    const { succeeded, sent, me } = await signIn(async () => "wx-1", taken);
    expect({ succeeded, sent, who: me?.id }).toEqual({
      succeeded: true,
      sent: ["wx-1", undefined],
      who: resident.id,
    });
  });

  test("ends with the reason where the code is wrong", async () => {
    const wrong = (): HttpReply => ({ status: 422, body: { code: "account.code_wrong" } });
    expect(await signIn(async () => "wx-1", wrong)).toMatchObject({
      succeeded: false,
      error: "account.code_wrong",
      sent: ["wx-1"],
    });
  });
});
