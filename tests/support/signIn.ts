import { DEMO_PASSWORD } from "../../server/seeds/people.ts";
import type { Client } from "@gongzhi/shared/api";

/** Signs a resident of the demonstration in as anybody does it, by the code for the number; answers the token. */
export async function signInResident({ accounts }: Client, phone: string): Promise<string> {
  const { demoCode } = await accounts.sendCode({ phone });
  const { token } = await accounts.signInByCode({ phone, code: demoCode ?? "", carrier: "token" });
  return token ?? "";
}

/** Signs a worker of the demonstration in; answers the token. */
export async function signInWorker({ accounts }: Client, name: string): Promise<string> {
  const { token } = await accounts.signInByPassword({ name, password: DEMO_PASSWORD, carrier: "token" });
  return token ?? "";
}
