/** Words that only the mini program says. */
export const zh = {
  "mini.report": "上报",
  "mini.cases": "办件",
  "mini.share": "办件进展：{type}",
  "mini.handle": "办理",
  "mini.pickAnother": "点一下选择",
  "mini.privacy": "需要您同意",
  "mini.privacyWhy": "照片和位置只用来办理您上报的事，不会用于别的用途。不同意也可以看办件、写上报。",
  "mini.privacyRead": "阅读隐私保护指引",
  "mini.privacyAgree": "同意",
  "mini.privacyRefuse": "不同意",
  "mini.elderHint": "大字、大按钮",
  "mini.details": "参与情况明细",
  "mini.wechatHint": "以前用这个微信登录过，可以直接进来",
  "mini.staffHint": "账号由镇街开通",
} as const;

export const en: Record<keyof typeof zh, string> = {
  "mini.report": "Report",
  "mini.cases": "Cases",
  "mini.share": "Progress: {type}",
  "mini.handle": "Handle",
  "mini.pickAnother": "Tap to choose",
  "mini.privacy": "Your consent is needed",
  "mini.privacyWhy":
    "Photos and your position are used for what you report and for nothing else. Without consent you can still read cases and write a report.",
  "mini.privacyRead": "Read the privacy guide",
  "mini.privacyAgree": "Agree",
  "mini.privacyRefuse": "Do not agree",
  "mini.elderHint": "Big type, big buttons",
  "mini.details": "Who takes part",
  "mini.wechatHint": "If you signed in with this WeChat before, you can go straight in",
  "mini.staffHint": "Accounts are opened by the town",
};
