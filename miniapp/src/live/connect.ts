import { io, WebSocket as WebSocketTransport, type ManagerOptions, type Socket } from "socket.io-client";
import { TaroWebSocket } from "./taroWebSocket.ts";

class TaroTransport extends WebSocketTransport {
  override createSocket(url: string, protocols?: string | string[]): TaroWebSocket {
    return new TaroWebSocket(url, typeof protocols === "string" ? [protocols] : protocols);
  }
}

// Taro's H5 socket delivers blobs, which socket.io cannot read: there the browser's own is used.
const transports = process.env.TARO_ENV === "h5" ? ["websocket"] : [TaroTransport];

/** A socket that is not connected yet; the token is asked for at every connection. */
export const liveSocket = (base: string, token: () => string | null): Socket =>
  io(base, {
    transports: transports as NonNullable<ManagerOptions["transports"]>,
    auth: (give) => {
      const carried = token();
      give(carried ? { token: carried } : {});
    },
    autoConnect: false,
    forceNew: true,
  });
