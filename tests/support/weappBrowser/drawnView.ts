import type { Page } from "playwright-core";
import type { AppJson } from "../weapp/appJson.ts";
import type { Call, Phone } from "../weapp/phone.ts";
import type { View } from "../weapp/view.ts";
import { Bars } from "./bars.ts";
import { frameOf, tabBarOf } from "./frameOf.ts";
import type { Dialog, ToScreen } from "./protocol.ts";

/** A view that draws on a page of the browser, and a phone whose dialogs are answered by taps there. */
export function drawOn(
  page: Page,
  dist: string,
  appJson: AppJson,
  phone: Phone,
  trouble: (error: unknown) => void,
): View {
  let opened = 0;
  let bars = new Bars();
  let top: { id: number; route: string } | null = null;
  const send = (message: ToScreen): void => {
    page
      .evaluate((given) => window.receive(given), message)
      .catch((error: unknown) => {
        // What was still on its way when the browser was closed is nobody's trouble.
        if (!page.isClosed()) trouble(error);
      });
  };
  const ask = (dialog: Dialog) => page.evaluate((given) => window.ask(given), dialog);

  function turn(page: number, route: string): void {
    const { theme } = phone.settings;
    const plain = frameOf(dist, appJson, theme, route, opened === 1);
    const tabs = plain.tab === null ? null : tabBarOf(dist, appJson, theme);
    send({ kind: "turn", page, ...bars.dress(plain, tabs, page) });
  }

  phone.holder.confirms = async (options: Modal) => {
    const answer = await ask({
      kind: "modal",
      title: options.title ?? "",
      content: options.content ?? "",
      cancel: options.showCancel === false ? null : (options.cancelText ?? "取消"),
      confirm: options.confirmText ?? "确定",
      editable: options.editable ?? false,
    });
    return typeof answer === "string" ? answer : answer === true;
  };
  phone.holder.picks = async (items) => {
    const index = await ask({ kind: "sheet", items });
    return typeof index === "number" ? index : null;
  };

  return {
    opened({ id, route, shown, handlers }) {
      opened += 1;
      send({ kind: "open", page: id, route, data: structuredClone(shown), handlers });
    },
    turned({ id, route }) {
      top = { id, route };
      turn(id, route);
    },
    removed: ({ id }) => send({ kind: "remove", page: id }),
    ended() {
      opened = 0;
      bars = new Bars();
      top = null;
      send({ kind: "clear" });
    },
    dataSent: ({ id }, changes) => send({ kind: "data", page: id, changes }),
    called(call) {
      show(call, send);
      if (top && bars.hear(call, top.id)) turn(top.id, top.route);
    },
    measure: (asked) => page.evaluate((given) => window.measure(given), asked),
  };
}

interface Modal {
  readonly title?: string;
  readonly content?: string;
  readonly editable?: boolean;
  readonly showCancel?: boolean;
  readonly cancelText?: string;
  readonly confirmText?: string;
}

/** What a call of `wx` changes on the screen. */
function show({ api, options }: Call, send: (message: ToScreen) => void): void {
  const text = String(options.title ?? "");
  if (api === "showToast") {
    const ms = Number(options.duration ?? 1500);
    send({ kind: "toast", text, icon: String(options.icon ?? "success"), ms });
  } else if (api === "showLoading") send({ kind: "toast", text, icon: "loading", ms: 0 });
  else if (api === "hideToast" || api === "hideLoading") send({ kind: "calm" });
  else if (api === "pageScrollTo") send({ kind: "scrollTo", top: Number(options.scrollTop ?? 0) });
}
