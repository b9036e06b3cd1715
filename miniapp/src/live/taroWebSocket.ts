import Taro from "@tarojs/taro";

type Message = { data: string | ArrayBuffer };
type Closing = { code: number; reason: string };

/** The part of the browser's WebSocket that engine.io uses, over `Taro.connectSocket`. */
export class TaroWebSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;

  readyState: number = TaroWebSocket.CONNECTING;
  binaryType = "arraybuffer";
  onopen: (() => void) | null = null;
  onclose: ((event: Closing) => void) | null = null;
  onmessage: ((event: Message) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;

  #task: Taro.SocketTask | null = null;
  #closeOnOpen = false;

  constructor(url: string, protocols: string[] = []) {
    Taro.connectSocket({ url, protocols }).then(
      (task) => this.#attach(task),
      (error: unknown) => this.#failed(error, "connectSocket failed"),
    );
  }

  send(message: string | ArrayBuffer | ArrayBufferView): void {
    const data = ArrayBuffer.isView(message) ? bytesOf(message) : message;
    this.#task?.send({ data, fail: (error) => this.onerror?.(error) });
  }

  close(code = 1000, reason = ""): void {
    if (this.readyState >= TaroWebSocket.CLOSING) return;
    this.#closeOnOpen = true;
    if (!this.#task) return;
    this.readyState = TaroWebSocket.CLOSING;
    this.#task.close({ code, reason });
  }

  #attach(task: Taro.SocketTask): void {
    this.#task = task;
    task.onOpen(() => this.#opened());
    task.onMessage(({ data }) => this.onmessage?.({ data: data as string | ArrayBuffer }));
    task.onClose(({ code, reason }) => this.#closed({ code: code ?? 1006, reason: reason ?? "" }));
    task.onError((error) => this.onerror?.(error));
    // Taro hands the task over after WeChat's success callback, so the socket may already be open or dead.
    const { readyState } = task as unknown as { readyState: number };
    if (readyState === TaroWebSocket.CLOSED) this.#failed({ errMsg: "closed early" }, "closed early");
    else if (readyState === TaroWebSocket.OPEN) this.#opened();
  }

  #opened(): void {
    if (this.readyState !== TaroWebSocket.CONNECTING) return;
    this.readyState = TaroWebSocket.OPEN;
    if (this.#closeOnOpen) this.close();
    else this.onopen?.();
  }

  #failed(error: unknown, reason: string): void {
    this.onerror?.(error);
    this.#closed({ code: 1006, reason });
  }

  #closed(event: Closing): void {
    if (this.readyState === TaroWebSocket.CLOSED) return;
    this.readyState = TaroWebSocket.CLOSED;
    this.onclose?.(event);
  }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): ArrayBuffer =>
  (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength);
