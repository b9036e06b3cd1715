import { inside, type Builtin } from "./builtin.ts";

/** A box; everything about it is in the style sheet. */
export const box: Builtin = { properties: ["hoverClass", "hidden", "ariaRole", "ariaLabel"] };

/** A box that scrolls by itself. */
export const scrollView: Builtin = {
  properties: ["scrollX", "scrollY", "scrollTop", "scrollIntoView", "lowerThreshold"],
  draw(part) {
    const { host } = part;
    let wasLow = false;
    host.addEventListener("scroll", () => {
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = host;
      part.fire("scroll", { scrollTop, scrollLeft, scrollHeight, scrollWidth });
      const isLow = scrollHeight - scrollTop - clientHeight <= Number(part.get("lowerThreshold") ?? 50);
      if (isLow && !wasLow) part.fire("scrolltolower", { direction: "bottom" });
      wasLow = isLow;
    });
    let top: unknown;
    return () => {
      const given = part.get("scrollTop");
      if (given === top || given === undefined) return;
      top = given;
      host.scrollTop = Number(given);
    };
  },
};

/** A button; it may also submit a form or ask WeChat for a phone number. */
export const button: Builtin = {
  properties: ["type", "size", "plain", "disabled", "loading", "formType", "openType", "ariaLabel"],
  draw(part) {
    part.host.addEventListener("click", () => {
      if (part.get("disabled") === true) return;
      const openType = part.get("openType");
      if (openType === "getPhoneNumber") {
        part.fire("getphonenumber", { code: "code-of-a-number", errMsg: "getPhoneNumber:ok" });
      }
      if (openType === "agreePrivacyAuthorization") {
        part.fire("agreeprivacyauthorization", { errMsg: "agreePrivacyAuthorization:ok" });
      }
    });
  },
};

/** How far something is, as a bar. */
export const progress: Builtin = {
  properties: ["percent", "activeColor", "strokeWidth"],
  draw(part) {
    const bar = inside(part.host, "i");
    return () => void (bar.style.width = `${Number(part.get("percent") ?? 0)}%`);
  },
};

/** A number by sliding. */
export const slider: Builtin = {
  properties: ["min", "max", "step", "value", "disabled"],
  draw(part) {
    const range = inside(part.host, "input");
    range.type = "range";
    range.addEventListener("change", () => part.fire("change", { value: Number(range.value) }));
    return () => {
      range.min = String(part.get("min") ?? 0);
      range.max = String(part.get("max") ?? 100);
      range.value = String(part.get("value") ?? 0);
    };
  },
};
