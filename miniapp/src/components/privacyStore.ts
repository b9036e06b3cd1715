import Taro from "@tarojs/taro";
import { defineStore } from "pinia";
import { shallowRef } from "vue";

type Decide = (answer: { buttonId?: string; event: "agree" | "disagree" | "exposureAuthorization" }) => void;

/** WeChat asks for consent to the privacy guide before the camera, the album or the position is used. */
export const usePrivacy = defineStore("privacy", () => {
  const asked = shallowRef<Decide | null>(null);
  const listen = Taro.onNeedPrivacyAuthorization as typeof Taro.onNeedPrivacyAuthorization | undefined;
  listen?.((decide) => {
    asked.value = decide as Decide;
    asked.value({ event: "exposureAuthorization" });
  });

  function answer(event: "agree" | "disagree", buttonId?: string): void {
    asked.value?.({ event, ...(buttonId && { buttonId }) });
    asked.value = null;
  }

  return { asked, answer };
});
