/// <reference types="@tarojs/taro" />
/// <reference types="node" />

/** Where the API is, fixed when the mini program is built. */
declare const API_BASE: string;

declare module "*.png" {
  const url: string;
  export default url;
}
declare module "*.scss";
