import type { Builtin } from "./builtin.ts";
import { checkbox, label, radio, switchBox } from "./choices.ts";
import { input, textarea } from "./fields.ts";
import type { BuiltinName } from "./names.ts";
import { box, button, progress, scrollView, slider } from "./others.ts";
import { picker } from "./picker.ts";
import { image } from "./pictures.ts";

/** How each built-in element is drawn. */
export const builtins: Readonly<Record<BuiltinName, Builtin>> = {
  "view": box,
  "text": { properties: ["space", "decode", "selectable", "userSelect"] },
  "cover-view": box,
  "scroll-view": scrollView,
  "button": button,
  "image": image,
  "input": input,
  "textarea": textarea,
  "switch": switchBox,
  "radio-group": box,
  "radio": radio,
  "checkbox-group": box,
  "checkbox": checkbox,
  "label": label,
  "picker": picker,
  "form": box,
  "icon": { properties: ["type", "size", "color"] },
  "progress": progress,
  "slider": slider,
};
