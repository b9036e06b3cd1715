import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** The files of a mini program small enough to read at a glance: what the harness itself is tested on. */
export type Files = Record<string, string>;

const appJson = {
  pages: ["pages/home/index", "pages/me/index"],
  subPackages: [{ root: "more", pages: ["detail/index"] }],
  window: {
    navigationBarTitleText: "小城",
    navigationBarBackgroundColor: "#ffffff",
    navigationBarTextStyle: "black",
  },
  tabBar: {
    list: [
      { pagePath: "pages/home/index", text: "首页" },
      { pagePath: "pages/me/index", text: "我的" },
    ],
  },
  requiredPrivateInfos: ["getLocation"],
};

const homeJs = `
const base = require("../../base.js");
const logged = (name) => function () { getApp().diary.push("home " + name); };
Page({
  data: { lamps: [], draft: "", photo: "", said: "", place: "", picked: "", agreed: false, card: { words: "再深一层" }, when: new Date(0) },
  onLoad() {
    getApp().diary.push("home onLoad");
    wx.request({
      url: base() + "/lamps",
      success: ({ data }) => this.setData({ lamps: data }),
      fail: ({ errMsg }) => this.setData({ said: errMsg }),
    });
  },
  onShow: logged("onShow"), onReady: logged("onReady"), onHide: logged("onHide"), onUnload: logged("onUnload"),
  onPullDownRefresh() { this.setData({ said: "refreshed" }); },
  type({ detail }) { this.setData({ draft: detail.value }); },
  keep() { wx.setStorageSync("draft", this.data.draft); },
  mend({ currentTarget }) {
    const { at } = currentTarget.dataset;
    this.setData({ ["lamps[" + at + "].mended"]: true });
  },
  open() { wx.navigateTo({ url: "/more/detail/index?id=7&name=%E7%81%AF" }); },
  photograph() {
    wx.chooseMedia({
      count: 3,
      success: ({ tempFiles }) => wx.getFileSystemManager().saveFile({
        tempFilePath: tempFiles[0].tempFilePath,
        filePath: wx.env.USER_DATA_PATH + "/lamp.jpg",
        success: ({ savedFilePath }) => this.setData({ photo: savedFilePath }),
      }),
      fail: ({ errMsg }) => this.setData({ said: errMsg }),
    });
  },
  upload() {
    wx.uploadFile({
      url: base() + "/photos", filePath: wx.env.USER_DATA_PATH + "/lamp.jpg", name: "photo", formData: { id: "7" },
      success: ({ statusCode, data }) => this.setData({ said: statusCode + " " + data }),
      fail: ({ errMsg }) => this.setData({ said: errMsg }),
    });
  },
  locate() {
    wx.getLocation({
      success: ({ latitude }) => this.setData({ place: String(latitude) }),
      fail: ({ errMsg }) => this.setData({ place: errMsg }),
    });
  },
  choose() {
    wx.showActionSheet({
      itemList: ["路灯", "井盖"],
      success: ({ tapIndex }) => this.setData({ picked: "第 " + tapIndex }),
      fail: ({ errMsg }) => this.setData({ picked: errMsg }),
    });
  },
  chat() {
    const task = wx.connectSocket({ url: base().replace("http", "ws") + "/chat" });
    task.onOpen(() => task.send({ data: new Uint8Array([7, 8]).buffer }));
    task.onMessage(({ data }) => this.setData({ said: [data instanceof ArrayBuffer, new Uint8Array(data)[1]].join() }));
    task.onClose(({ code }) => this.setData({ said: "closed " + code }));
  },
  agree({ detail }) { this.setData({ agreed: detail.value }); },
  fall() { throw new Error("fell"); },
});
`;

const homeWxml = `
<view class="page">
  <view wx:for="{{lamps}}" wx:key="name" class="lamp" id="lamp-{{index}}" bindtap="open">
    <text id="name-{{index}}">{{item.name}}</text>
    <text id="state-{{index}}">{{item.mended ? "亮了" : "坏了"}}</text>
    <button id="mend-{{index}}" data-at="{{index}}" disabled="{{item.mended}}" catchtap="mend">修</button>
  </view>
  <input id="draft" class="draft" value="{{draft}}" placeholder="哪里坏了" bindinput="type" />
  <text id="count">{{draft.length}}/50</text>
  <button id="keep" bindtap="keep">存草稿</button>
  <button id="photograph" bindtap="photograph">拍照</button>
  <image id="photo" wx:if="{{photo}}" class="photo" src="{{photo}}" mode="aspectFill" />
  <button id="upload" bindtap="upload">上传</button>
  <button id="locate" bindtap="locate">定位</button><text id="place">{{place}}</text>
  <button id="choose" bindtap="choose">选择</button><text id="picked">{{picked}}</text>
  <button id="chat" bindtap="chat">通话</button>
  <switch id="agree" checked="{{agreed}}" bindchange="agree" /><text id="agreed">{{agreed ? "同意" : "不同意"}}</text>
  <button id="fall" bindtap="fall">出错</button>
  <comp i="{{card}}" l="" />
  <text id="said">{{said}}</text><text id="when">{{when}}</text>
</view>
`;

const files: Files = {
  "app.json": JSON.stringify(appJson),
  "app.js": `App({ diary: [], onLaunch() { this.diary.push("app onLaunch"); }, onHide() { this.diary.push("app onHide"); } });`,
  "app.wxss":
    "page { background: #f4f6f5; } .page { padding: 24rpx; min-height: 100vh; box-sizing: border-box; }",
  "base.js": `module.exports = () => wx.getStorageSync("gongzhi.apiBase");`,
  "pages/home/index.js": homeJs,
  "pages/home/index.wxml": homeWxml,
  "pages/home/index.json": `{ "usingComponents": { "comp": "../../comp" } }`,
  "comp.js": `Component({ properties: { i: Object, l: String } });`,
  "comp.json": `{ "component": true }`,
  "comp.wxml": `<view id="deep" bindtap="open">{{i.words}}</view>`,
  "pages/home/index.wxss":
    ".lamp { background: #fff; margin: 20rpx 0; padding: 20rpx; } .photo { width: 200rpx; height: 150rpx; }",
  "pages/me/index.js": `Page({ data: { draft: "" }, onShow() { this.setData({ draft: wx.getStorageSync("draft") }); } });`,
  "pages/me/index.wxml": `<text id="mine">{{draft || "没有草稿"}}</text>`,
  "pages/me/index.json": `{ "navigationBarTitleText": "我的" }`,
  "more/detail/index.js": `Page({ data: { id: "" }, onLoad({ id, name }) { this.setData({ id: id + decodeURIComponent(name) }); }, back() { wx.navigateBack(); } });`,
  "more/detail/index.wxml": `<view><text id="which">{{id}}</text><button id="back" bindtap="back">返回</button></view>`,
  "more/detail/index.json": `{ "navigationBarTitleText": "详情" }`,
};

/** Writes it to a folder of its own, with some files changed or, where the change is null, left out. */
export function writeTinyDist(changes: Record<string, ((text: string) => string) | null> = {}): string {
  const dist = mkdtempSync(path.join(tmpdir(), "tiny-dist-"));
  for (const [name, text] of Object.entries(files)) {
    const change = changes[name];
    if (change === null) continue;
    const file = path.join(dist, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, change ? change(text) : text);
  }
  return dist;
}
