import { ElConfigProvider, ElOption, ElSelect } from "element-plus";
import type { Language } from "element-plus/es/locale/index.mjs";

/** A component whose props are stated here. */
type Stated<Props> = new () => { $props: Props; $slots: { default?: () => unknown } };

/*
 * Element Plus types these three by their run-time declarations, whose `validator: … | undefined` Vue cannot read
 * under `exactOptionalPropertyTypes`. For the workbench only: the portal must not load Element Plus.
 */

/** A list to pick one from, with a field that searches it. */
export const SelectBox = ElSelect as unknown as Stated<{
  "modelValue": string | null;
  "filterable"?: boolean;
  "filterMethod"?: (text: string) => void;
  "placeholder"?: string;
  "ariaLabel"?: string;
  "onUpdate:modelValue"?: (value: string) => void;
}>;

/** One line of a `SelectBox`. */
export const SelectLine = ElOption as unknown as Stated<{ value: string; label: string }>;

/** The language of Element Plus for everything inside it. */
export const ElementLanguage = ElConfigProvider as unknown as Stated<{ locale: Language }>;
