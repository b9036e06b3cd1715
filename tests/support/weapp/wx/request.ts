import { failureOf, record, WxFailure, type Callbacks, type World } from "./answer.ts";

interface RequestOptions extends Callbacks {
  url: string;
  method?: string;
  data?: unknown;
  header?: Record<string, string>;
  dataType?: string;
  responseType?: string;
  timeout?: number;
}
interface UploadOptions extends Callbacks {
  url: string;
  filePath: string;
  name: string;
  header?: Record<string, string>;
  formData?: Record<string, unknown>;
  timeout?: number;
}
interface DownloadOptions extends Callbacks {
  url: string;
  filePath?: string;
  header?: Record<string, string>;
  timeout?: number;
}

/** wx.request knows no PATCH. */
const METHODS = ["OPTIONS", "GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "CONNECT"];
const NO_CONNECTION = new WxFailure("net::ERR_INTERNET_DISCONNECTED", { errno: 600003 });
const TIMED_OUT = new WxFailure("timeout", { errno: 5 });
const idleTask = {
  onHeadersReceived() {},
  offHeadersReceived() {},
  onProgressUpdate() {},
  offProgressUpdate() {},
};

/** wx.request, uploadFile and downloadFile, which really go to a server. */
export function requestApis(world: World) {
  return {
    request: (options: RequestOptions) =>
      exchange(world, "request", options, async (signal) => {
        const method = (options.method ?? "GET").toUpperCase();
        if (!METHODS.includes(method)) throw new WxFailure(`invalid method "${method}"`);
        const { url, body } = placeData(method, options);
        const headers = headersOf(options.header, body === undefined ? {} : { "content-type": JSON_TYPE });
        const response = await world.host.fetch(url, { method, headers, signal, ...(body && { body }) });
        return { ...statusOf(response), cookies: [], data: await readData(response, options) };
      }),
    uploadFile: (options: UploadOptions) =>
      exchange(world, "uploadFile", options, async (signal) => {
        const bytes = world.phone.files.get(options.filePath);
        if (!bytes) throw new WxFailure("createUploadTask:fail file not found");
        const form = new FormData();
        for (const [name, value] of Object.entries(options.formData ?? {})) form.append(name, String(value));
        const fileName = options.filePath.split("/").pop() ?? "file";
        form.append(options.name, new Blob([bytes as BlobPart], { type: typeOf(fileName) }), fileName);
        const headers = headersOf(options.header);
        delete headers["content-type"];
        const init = { method: "POST", headers, body: form, signal };
        const response = await world.host.fetch(options.url, init);
        return { ...statusOf(response), data: await response.text() };
      }),
    downloadFile: (options: DownloadOptions) =>
      exchange(world, "downloadFile", options, async (signal) => {
        const headers = headersOf(options.header);
        const response = await world.host.fetch(options.url, { headers, signal });
        const bytes = new Uint8Array(await response.arrayBuffer());
        const extension = (response.headers.get("content-type") ?? "").split("/")[1] ?? "unknown";
        const path = options.filePath ?? world.phone.temporary(bytes, extension.replace("jpeg", "jpg"));
        world.phone.files.set(path, bytes);
        return { ...statusOf(response), tempFilePath: path, ...(options.filePath && { filePath: path }) };
      }),
  };
}

type Exchange = (signal: AbortSignal) => Promise<object>;

/** One exchange over a connection that may be missing, break, be slow or be aborted. */
function exchange(world: World, api: string, options: RequestOptions | DownloadOptions, work: Exchange) {
  const { host, phone } = world;
  record(world, api, options);
  const control = new AbortController();
  const forget = phone.network.track(() => control.abort(NO_CONNECTION));
  const slow = AbortSignal.timeout(options.timeout ?? 60_000);
  slow.addEventListener("abort", () => control.abort(TIMED_OUT));

  const run = async (): Promise<object> => {
    if (!phone.network.online) throw NO_CONNECTION;
    if (!/^https?:\/\//.test(options.url)) throw new WxFailure(`invalid url "${options.url}"`);
    const reply = await work(control.signal);
    if (phone.network.losesAnswers) throw TIMED_OUT;
    control.signal.throwIfAborted();
    return reply;
  };
  const refused = (cause: unknown) => {
    if (control.signal.aborted) return failureOf(host, api, control.signal.reason);
    if (cause instanceof WxFailure) return failureOf(host, api, cause);
    return failureOf(host, api, new WxFailure("net::ERR_CONNECTION_REFUSED", { errno: 600001 }));
  };
  host.later(() => {
    void run()
      .then(
        (reply) => [options.success, { ...reply, errMsg: `${api}:ok` }] as const,
        (cause: unknown) => [options.fail, refused(cause)] as const,
      )
      .then(([callback, value]) => {
        forget();
        const result = host.give(value);
        host.guard(() => callback?.(result));
        host.guard(() => options.complete?.(result));
      });
  });
  return { ...idleTask, abort: () => control.abort(new WxFailure("abort")) };
}

const JSON_TYPE = "application/json";

const headersOf = (given: Record<string, string> = {}, preset: Record<string, string> = {}) => {
  const named = Object.entries(given).map(([name, value]) => [name.toLowerCase(), String(value)]);
  const { referer: _setByWechat, ...headers } = { ...preset, ...Object.fromEntries(named) } as Record<
    string,
    string
  >;
  return headers;
};

/** Data goes to the query of a GET, else to the body as its content type says. */
function placeData(method: string, { url, data, header }: RequestOptions): { url: string; body?: BodyInit } {
  if (data === undefined || data === null) return { url };
  if (method === "GET" || method === "HEAD") {
    if (typeof data !== "object") return { url };
    const query = new URLSearchParams(data as Record<string, string>).toString();
    return { url: query ? `${url}${url.includes("?") ? "&" : "?"}${query}` : url };
  }
  if (typeof data === "string") return { url, body: data };
  if (Object.prototype.toString.call(data) === "[object ArrayBuffer]") {
    return { url, body: new Uint8Array(data as ArrayBuffer) };
  }
  const asForm = headersOf(header)["content-type"]?.startsWith("application/x-www-form-urlencoded");
  const body = asForm ? new URLSearchParams(data as Record<string, string>).toString() : JSON.stringify(data);
  return { url, body };
}

async function readData(response: Response, options: RequestOptions): Promise<unknown> {
  if (options.responseType === "arraybuffer") return response.arrayBuffer();
  const text = await response.text();
  if ((options.dataType ?? "json") !== "json") return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const statusOf = (response: Response) => ({
  statusCode: response.status,
  header: Object.fromEntries(response.headers),
});

const typeOf = (fileName: string): string => (fileName.endsWith(".png") ? "image/png" : "image/jpeg");
