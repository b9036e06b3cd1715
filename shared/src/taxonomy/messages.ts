import type { taxonomyErrors } from "./errors.ts";
import type { Platform4, Priority } from "./model.ts";

type Complete = Record<
  `error.${keyof typeof taxonomyErrors}` | `event.platform.${Platform4}` | `event.priority.${Priority}`,
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
} satisfies Complete;

export const zh = {
  ...zhComplete,
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
  "error.event.unknown": "There is no such event type.",
  "event.platform.ZZ": "Public order",
  "event.platform.SC": "Market supervision",
  "event.platform.ZF": "Enforcement",
  "event.platform.BM": "Public services",
  "event.priority.P1": "Emergency",
  "event.priority.P2": "Urgent",
  "event.priority.P3": "Normal",
  "event.priority.P4": "Long-running",
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
