import "./boot.ts";
import { createPinia } from "pinia";
import { createApp } from "vue";
import { providePlatform } from "@gongzhi/shared/platform/ui";
import "./app.scss";
import { phonePlatform } from "./platform.ts";
import { beginIn } from "./start.ts";

let begin = () => {};
const app = createApp({
  onLaunch: () => begin(),
  onShow: () => live.resume(),
  // WeChat breaks the sockets of what is not on the screen; better to leave than to be cut off.
  onHide: () => live.pause(),
});
const platform = phonePlatform();
const { live } = providePlatform(app, platform);
// A network that is back is not waited for.
platform.network.onChange((online) => void (online && live.state.value !== "live" && live.restart()));
app.use(createPinia());
begin = beginIn(app);

export default app;
