import { record, settle, WxFailure, type Callbacks, type World } from "./answer.ts";

interface ConnectOptions extends Callbacks {
  url: string;
  protocols?: string[];
  header?: Record<string, string>;
}
interface SendOptions extends Callbacks {
  data: string | ArrayBuffer;
}
interface CloseOptions extends Callbacks {
  code?: number;
  reason?: string;
}
type Event = "open" | "message" | "close" | "error";

/** WeChat allows five sockets at a time. */
const MOST_SOCKETS = 5;

/** wx.connectSocket over a real WebSocket. */
export function socketApis(world: World) {
  const { host, phone } = world;
  let openSockets = 0;

  function connectSocket(options: ConnectOptions) {
    record(world, "connectSocket", options);
    if (openSockets >= MOST_SOCKETS) {
      void settle(world, "connectSocket", options, () => {
        throw new WxFailure("exceed max task count");
      });
      return undefined;
    }
    openSockets += 1;
    const hearers: Record<Event, ((detail: unknown) => void)[]> = {
      open: [],
      message: [],
      close: [],
      error: [],
    };
    const tell = (event: Event, detail: object) => {
      const given = host.give(detail);
      for (const hear of hearers[event]) host.guard(() => hear(given));
    };

    const socket = phone.network.online
      ? host.socket(options.url, options.protocols ?? [], options.header ?? {})
      : null;
    let ended = false;
    const end = (code: number, reason: string) => {
      if (ended) return;
      ended = true;
      openSockets -= 1;
      forget();
      tell("close", { code, reason });
    };
    const breakOff = () => {
      if (ended) return;
      tell("error", { errMsg: "Unable to resolve host: network is unreachable", errno: 600003 });
      end(1006, "abnormal closure");
      socket?.close();
    };
    const forget = phone.network.track(breakOff);

    if (socket) {
      socket.binaryType = "arraybuffer";
      socket.addEventListener("open", () => !ended && tell("open", { header: {} }));
      socket.addEventListener("message", ({ data }) => !ended && tell("message", { data }));
      socket.addEventListener("error", () => !ended && tell("error", { errMsg: "connection failed" }));
      socket.addEventListener("close", ({ code, reason }) => end(code, reason));
    } else host.later(breakOff);

    void settle(world, "connectSocket", options, () => {});
    return {
      get readyState() {
        return ended ? 3 : (socket?.readyState ?? 0);
      },
      send(sent: SendOptions) {
        const open = socket?.readyState === 1 && !ended;
        if (open) socket.send(typeof sent.data === "string" ? sent.data : new Uint8Array(sent.data).buffer);
        void settle(world, "sendSocketMessage", sent, () => {
          if (!open) throw new WxFailure("SocketTask.readyState is not OPEN");
        });
      },
      close(closing: CloseOptions = {}) {
        socket?.close(closing.code ?? 1000, closing.reason);
        void settle(world, "closeSocket", closing, () => {});
      },
      onOpen: (hear: (detail: unknown) => void) => hearers.open.push(hear),
      onMessage: (hear: (detail: unknown) => void) => hearers.message.push(hear),
      onClose: (hear: (detail: unknown) => void) => hearers.close.push(hear),
      onError: (hear: (detail: unknown) => void) => hearers.error.push(hear),
    };
  }
  return { connectSocket };
}
