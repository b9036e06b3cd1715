import { defineStore } from "pinia";
import { ref, shallowRef } from "vue";
import { usePlatform } from "../platform/services.ts";
import type { DemoAccount } from "./model.ts";

/** Whether this is a demonstration, and the sign-ins it comes with. */
export const useDemo = defineStore("demo", () => {
  const { client } = usePlatform();
  const isDemo = ref(false);
  const accounts = shallowRef<readonly DemoAccount[]>([]);

  /** Asks the server; without an answer nothing is called a demonstration. */
  async function load(): Promise<void> {
    const reply = await client.accounts.demo().catch(() => null);
    if (!reply) return;
    isDemo.value = reply.demo;
    accounts.value = reply.accounts;
  }

  return { isDemo, accounts, load };
});
