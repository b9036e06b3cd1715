import { partOf, type Builtin, type Part } from "./builtin.ts";

const isOn = (host: HTMLElement): boolean => host.hasAttribute("checked");
const isDisabled = (part: Part): boolean => part.get("disabled") === true;

/** Follows `checked` when the template changes it, and keeps what was tapped until then. */
function followChecked(part: Part): () => void {
  let given: unknown;
  return () => {
    const checked = part.get("checked");
    if (checked === given) return;
    given = checked;
    part.host.toggleAttribute("checked", checked === true);
  };
}

/** On or off. */
export const switchBox: Builtin = {
  properties: ["disabled", "type", "color"],
  draw(part) {
    part.host.addEventListener("click", () => {
      if (isDisabled(part)) return;
      part.fire("change", { value: part.host.toggleAttribute("checked") });
    });
    return followChecked(part);
  },
};

/** One of several, within a radio-group. */
export const radio: Builtin = {
  properties: ["value", "disabled", "color"],
  draw(part) {
    part.host.addEventListener("click", () => {
      if (isDisabled(part) || isOn(part.host)) return;
      const group = part.host.closest("wx-radio-group");
      group?.querySelectorAll("wx-radio").forEach((other) => other.removeAttribute("checked"));
      part.host.setAttribute("checked", "");
      if (group) partOf.get(group)?.fire("change", { value: part.get("value") });
    });
    return followChecked(part);
  },
};

/** Any of several, within a checkbox-group. */
export const checkbox: Builtin = {
  properties: ["value", "disabled", "color"],
  draw(part) {
    part.host.addEventListener("click", () => {
      if (isDisabled(part)) return;
      part.host.toggleAttribute("checked");
      const group = part.host.closest("wx-checkbox-group");
      const chosen = [...(group?.querySelectorAll<HTMLElement>("wx-checkbox[checked]") ?? [])];
      if (group)
        partOf.get(group)?.fire("change", { value: chosen.map((each) => partOf.get(each)?.get("value")) });
    });
    return followChecked(part);
  },
};

/** A tap on a label is a tap on what it is about. */
export const label: Builtin = {
  properties: ["for"],
  draw(part) {
    part.host.addEventListener("click", (event) => {
      const about = part.get("for");
      const chosen = about
        ? document.getElementById(String(about))
        : part.host.querySelector<HTMLElement>("wx-radio, wx-checkbox, wx-switch, wx-input input");
      if (!chosen || chosen.contains(event.target as Node)) return;
      if (chosen instanceof HTMLInputElement) chosen.focus();
      else chosen.click();
    });
  },
};
