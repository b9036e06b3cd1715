import { inWechat } from "../inWechat.ts";

/** What an element is, for those who hear the page: WeChat and browsers have their own words for it. */
export const as = (role: "button" | "radio" | "checkbox" | "tab" | "dialog" | "img", label?: string) =>
  inWechat
    ? { "aria-role": role, ...(label && { "aria-label": label }) }
    : { role, ...(label && { "aria-label": label }) };
