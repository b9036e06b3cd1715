import Taro from "@tarojs/taro";
import type { HttpCall, HttpReply } from "@gongzhi/shared/core";
import { apiBase } from "./apiBase.ts";

const TIMEOUT_MS = 20_000;

/** What says whose session it is; a browser brings its cookie by itself. */
export const bearer = (token: string | null): Record<string, string> =>
  token ? { authorization: `Bearer ${token}` } : {};

/** One HTTP exchange with the server; rejects only when no answer came in time. */
export const exchange = ({ method, path, body }: HttpCall, token: string | null): Promise<HttpReply> =>
  new Promise((answered, failed) => {
    const task = Taro.request<unknown>({
      url: apiBase() + path,
      method,
      timeout: TIMEOUT_MS,
      header: { ...(body !== undefined && { "content-type": "application/json" }), ...bearer(token) },
      ...(body !== undefined && { data: body }),
    });
    // Old versions of WeChat do not keep to the timeout.
    const late = setTimeout(() => {
      task.abort();
      failed(new Error("no answer in time"));
    }, TIMEOUT_MS);
    task.then(
      ({ statusCode, data }) => {
        clearTimeout(late);
        // A gateway in between may answer with a page instead of JSON.
        answered({ status: statusCode, body: typeof data === "object" ? data : null });
      },
      (error: unknown) => {
        clearTimeout(late);
        failed(error instanceof Error ? error : new Error(reasonOf(error)));
      },
    );
  });

/** What WeChat says about a call that failed. */
export const reasonOf = (error: unknown): string =>
  String((error as { errMsg?: unknown } | null)?.errMsg ?? error);
