// What WeChat reads out to blind people and Taro's templates leave away; the values are its defaults: none.
// https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/accessibility.html
const all = { "aria-role": "", "aria-label": "", "aria-hidden": "" };
const state = { "aria-checked": "", "aria-selected": "", "aria-disabled": "", "aria-expanded": "" };

module.exports = {
  View: { ...all, ...state },
  Text: all,
  Button: { ...all, ...state },
  Image: all,
  Input: all,
  Textarea: all,
};
