// Both sides number an element's attributes in the same order, so the running app has to know of them too.
import { mergeInternalComponents } from "@tarojs/shared";
import attributes from "./attributes.js";

mergeInternalComponents(attributes);
