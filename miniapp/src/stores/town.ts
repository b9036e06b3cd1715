import { CaseId, pageOf } from "@gongzhi/shared/core";
import Taro from "@tarojs/taro";
import { defineStore } from "pinia";
import { ref } from "vue";
import { z } from "zod";
import { apiBase } from "../apiBase.ts";
import { connectLive } from "../live/connect.ts";

const Matter = z.object({ id: CaseId, title: z.string(), support: z.int().nonnegative() });
const Matters = pageOf(Matter);
type Matter = z.infer<typeof Matter>;

/** What the town is talking about, kept fresh by the live connection. */
export const useTown = defineStore("town", () => {
  const matters = ref<Matter[]>([]);
  const connected = ref(false);
  const problem = ref("");

  async function load(): Promise<void> {
    try {
      const reply = await Taro.request({ url: `${apiBase()}/api/matters` });
      matters.value = Matters.parse(reply.data).items;
      problem.value = "";
    } catch (error) {
      problem.value = error instanceof z.ZodError ? z.prettifyError(error) : "没有网络";
    }
  }

  async function support(id: CaseId): Promise<void> {
    await Taro.request({ method: "POST", url: `${apiBase()}/api/matters/${id}/support`, data: {} });
  }

  function listen(): () => void {
    const live = connectLive(apiBase(), () => ({ token: "t" }));
    live.on("connect", () => (connected.value = true));
    live.on("disconnect", () => (connected.value = false));
    live.on("matter.changed", (payload: unknown) => {
      const changed = Matter.parse(payload);
      matters.value = matters.value.map((matter) => (matter.id === changed.id ? changed : matter));
    });
    return () => live.close();
  }

  return { matters, connected, problem, load, support, listen };
});
