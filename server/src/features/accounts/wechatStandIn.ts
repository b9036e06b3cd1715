import { createHash, randomBytes, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A service on this machine that answers as WeChat's would. */
export interface WechatStandIn {
  readonly base: string;
  readonly appId: string;
  readonly secret: string;
  close(): Promise<void>;
}

type Answer = { openid: string; session_key: string } | { errcode: number; errmsg: string };

/** Codes of the stand-in: `wx-<who>-<anything>`. The openid follows from who; each code works once, as in WeChat. */
const codePattern = /^wx-(\w{1,40})-[\w-]{1,80}$/;

const refuse = (errcode: number, why: string): Answer => ({ errcode, errmsg: `${why} rid: ${randomUUID()}` });

/** One answer of jscode2session, with the error codes WeChat really sends. */
function session(query: URLSearchParams, own: { appId: string; secret: string }, used: Set<string>): Answer {
  const code = query.get("js_code");
  if (!query.get("appid")) return refuse(41_002, "appid missing");
  if (!query.get("secret")) return refuse(41_004, "appsecret missing");
  if (!code) return refuse(41_008, "missing code");
  if (query.get("appid") !== own.appId) return refuse(40_013, "invalid appid");
  if (query.get("secret") !== own.secret) return refuse(40_125, "invalid appsecret");
  if (query.get("grant_type") !== "authorization_code") return refuse(40_002, "invalid grant_type");

  const who = codePattern.exec(code)?.[1];
  if (!who) return refuse(40_029, "invalid code");
  if (used.has(code)) return refuse(40_163, "code been used");
  used.add(code);
  const openid = `o${createHash("sha256").update(who).digest("base64url").slice(0, 27)}`;
  return { openid, session_key: randomBytes(16).toString("base64") };
}

/**
 * Stands in for WeChat where there are no keys: in tests and in the demonstration.
 * @see https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html
 */
export async function startWechatStandIn(): Promise<WechatStandIn> {
  const own = { appId: "wx-stand-in", secret: randomBytes(16).toString("hex") };
  const used = new Set<string>();

  const server = createServer((req, res) => {
    const { pathname, searchParams } = new URL(req.url ?? "/", "http://stand-in");
    const known = pathname === "/sns/jscode2session";
    res.writeHead(known ? 200 : 404, { "content-type": "text/plain" });
    res.end(known ? JSON.stringify(session(searchParams, own, used)) : "");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));

  return {
    ...own,
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
