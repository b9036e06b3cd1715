import "./noEval.ts";
import { createPinia } from "pinia";
import { createApp } from "vue";
import { providePlatform } from "@gongzhi/shared/platform/ui";
import "virtual:tokens.css";
import "./styles/main.css";
import App from "./app.vue";
import { browserPlatform } from "./platform.ts";
import { createAppRouter } from "./router.ts";

const app = createApp(App);
const { platform } = providePlatform(app, browserPlatform());
app.use(createPinia()).use(createAppRouter(platform));
app.mount("#app");

if (import.meta.env.PROD && "serviceWorker" in navigator) {
  // Without it the app works all the same, only not without a network.
  void navigator.serviceWorker.register("/sw.js").catch(() => undefined);
}
