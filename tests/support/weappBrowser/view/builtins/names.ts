/** The built-in elements this screen can draw; a package that uses another one is refused. */
export const builtinNames = [
  "view",
  "text",
  "cover-view",
  "scroll-view",
  "button",
  "image",
  "input",
  "textarea",
  "switch",
  "radio-group",
  "radio",
  "checkbox-group",
  "checkbox",
  "label",
  "picker",
  "form",
  "icon",
  "progress",
  "slider",
] as const;

export type BuiltinName = (typeof builtinNames)[number];
