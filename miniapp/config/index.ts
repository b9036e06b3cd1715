import { defineConfig } from "@tarojs/cli";
import { resolve } from "node:path";
import { tokensSass } from "./tokens";

const inWechat = process.env.TARO_ENV === "weapp";
const shared = resolve(__dirname, "../../shared/src");

/** Taro leaves node_modules as published; these ship syntax newer than the phones we promise to run on. */
const newerThanES5 = (file: string): boolean =>
  /node_modules[\\/](pinia|nostics|@vue|zod|socket\.io[^\\/]*|engine\.io[^\\/]*|@socket\.io|idb-keyval)[\\/]/.test(
    file,
  );

/** The two builds: `dist` for WeChat, `dist-h5` for the server to serve under /m/. */
export default defineConfig<"webpack5">(async () => ({
  projectName: "gongzhi",
  framework: "vue3",
  compiler: { type: "webpack5", prebundle: { enable: false } },
  cache: { enable: false },
  plugins: [resolve(__dirname, "aria/index.js")],
  sourceRoot: "src",
  outputRoot: inWechat ? "dist" : "dist-h5",
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  defineConstants: { API_BASE: JSON.stringify(process.env.API_BASE ?? "http://127.0.0.1:8080") },
  sass: { data: tokensSass },
  // The shared code sees a pinia of its own; two of them would not know each other's stores. Vue, Taro sees to.
  alias: { pinia: resolve(__dirname, "../node_modules/pinia/dist/pinia.js") },
  copy: {
    patterns: [
      inWechat
        ? // theme.json names the tab bar's pictures where Taro does not look for them.
          { from: "src/assets/tab", to: "dist/assets/tab" }
        : { from: "src/assets/mark.png", to: "dist-h5/mark.png" },
    ],
    options: {},
  },
  mini: {
    compile: { include: [shared, newerThanES5] },
    postcss: { pxtransform: { enable: true, config: {} } },
    webpackChain(chain, webpack) {
      // WeChat hides `globalThis` from the code it loads, and zod keeps its registry there.
      chain.plugin("globalThis").use(webpack.ProvidePlugin, [{ globalThis: ["@tarojs/runtime", "window"] }]);
    },
  },
  h5: {
    compile: { include: [shared, newerThanES5] },
    publicPath: "/m/",
    staticDirectory: "static",
    router: { mode: "hash" },
  },
}));
