import type { taxonomyErrors } from "./errors.ts";
import type { Platform4, Priority } from "./model.ts";
import * as fields from "./fieldMessages.ts";
import type { NoiseSource } from "./noiseSource.ts";

type Complete = Record<
  | `error.${keyof typeof taxonomyErrors}`
  | `event.platform.${Platform4}`
  | `event.priority.${Priority}`
  | `event.noise.${NoiseSource}`,
  string
>;

const zhComplete = {
  "error.event.unknown": "没有这个事件类型。",
  "event.platform.ZZ": "综治工作",
  "event.platform.SC": "市场监管",
  "event.platform.ZF": "综合执法",
  "event.platform.BM": "便民服务",
  "event.priority.P1": "特急",
  "event.priority.P2": "紧急",
  "event.priority.P3": "一般",
  "event.priority.P4": "长期",
  "event.noise.广场舞/音响": "广场舞/音响",
  "event.noise.宠物": "宠物",
  "event.noise.乐器/家电": "乐器/家电",
  "event.noise.室内装修": "室内装修",
  "event.noise.商铺喇叭": "商铺喇叭",
  "event.noise.空调外机/冷却塔": "空调外机/冷却塔",
  "event.noise.施工机械": "施工机械",
  "event.noise.夜间施工": "夜间施工",
  "event.noise.交通": "交通",
  "event.noise.其他": "其他",
} satisfies Complete;

export const zh = {
  ...zhComplete,
  ...fields.zh,
  "event.suggested": "系统归类为",
  "event.because": "因为您写了“{word}”",
  "event.change": "换一个类型",
  "event.choose": "选择事件类型",
  "event.searchHint": "输入您习惯的叫法",
  "event.unsure": "不清楚，请工作人员归类",
  "event.noiseQuestion": "是什么声音？",
  "event.limits": "承诺：{accept} 小时内受理，{respond} 小时内联系，{resolve} 小时内办结（{clock}）",
  "event.clock.working": "工作时",
  "event.clock.natural": "自然时",
  "event.closeCriteria": "办结条件：{text}",
} as const;

export const en: Record<keyof typeof zh, string> = {
  ...fields.en,
  "error.event.unknown": "There is no such event type.",
  "event.platform.ZZ": "Public order",
  "event.platform.SC": "Market supervision",
  "event.platform.ZF": "Enforcement",
  "event.platform.BM": "Public services",
  "event.priority.P1": "Emergency",
  "event.priority.P2": "Urgent",
  "event.priority.P3": "Normal",
  "event.priority.P4": "Long-running",
  "event.noise.广场舞/音响": "Square dancing, loudspeakers",
  "event.noise.宠物": "Pets",
  "event.noise.乐器/家电": "Instruments, appliances",
  "event.noise.室内装修": "Renovation indoors",
  "event.noise.商铺喇叭": "Shop loudspeakers",
  "event.noise.空调外机/冷却塔": "Air conditioners, cooling towers",
  "event.noise.施工机械": "Building machines",
  "event.noise.夜间施工": "Building at night",
  "event.noise.交通": "Traffic",
  "event.noise.其他": "Something else",
  "event.suggested": "Filed as",
  "event.because": "because you wrote “{word}”",
  "event.change": "Choose another",
  "event.choose": "Choose the kind of issue",
  "event.searchHint": "Type your own word for it",
  "event.unsure": "Not sure, let the staff decide",
  "event.noiseQuestion": "What is making the noise?",
  "event.limits":
    "Promise: accepted within {accept} h, contacted within {respond} h, solved within {resolve} h ({clock})",
  "event.clock.working": "working hours",
  "event.clock.natural": "round the clock",
  "event.closeCriteria": "Closed when: {text}",
};
