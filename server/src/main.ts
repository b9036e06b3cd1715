import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { demoAccounts, seedDemo } from "../seeds/index.ts";
import { migrations } from "../migrations/index.ts";
import { createApp } from "./app.ts";
import { systemClock } from "./core/clock.ts";
import { buildIndexes, openDatabase, type Database } from "./core/db.ts";
import { openEmbeddedDatabase, type EmbeddedDatabase } from "./core/embedded.ts";
import { freeBytes, watchSpace } from "./core/freeSpace.ts";
import { openLiveBus, type LiveBus } from "./core/liveBus.ts";
import { createLog, type Logger } from "./core/log.ts";
import { migrate } from "./core/migrations.ts";
import { sealWith } from "./core/seal.ts";
import { keptSecret } from "./core/secret.ts";
import { readEnv, type Env } from "./env.ts";
import { demoCodeSender, webhookCodeSender, type CodeSender } from "./features/accounts/codeSender.ts";
import { noWechat, wechatLogin, type WechatLogin } from "./features/accounts/wechatLogin.ts";
import { startWechatStandIn } from "./features/accounts/wechatStandIn.ts";
import { listen } from "./listen.ts";
import { welcome } from "./welcome.ts";

const MEGABYTE = 1_000_000;
const print = (line: string) => void process.stdout.write(`${line}\n`);

/** Something to be closed when the server stops, the last opened first. */
type Close = () => Promise<void>;

/** Starts the server; answers how to stop it. */
async function start(env: Env): Promise<Close> {
  const opened: Close[] = [];
  const stop = async () => {
    for (const close of opened.reverse()) await close();
  };
  try {
    await open(env, opened);
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function open(env: Env, opened: Close[]): Promise<void> {
  const directory = resolve(env.DATA_DIR);
  const log = createLog(env.LOG_LEVEL ?? (env.production ? "info" : "warn"));

  const embedded = env.MONGODB_URI ? null : await openEmbeddedDatabase(join(directory, "db"));
  if (embedded) opened.push(embedded.close);
  const database = await connect(env, embedded);
  opened.push(database.close);
  await migrate(migrations, systemClock.now(), log);
  await buildIndexes();

  const wechat = await wechatOf(env, log, opened);
  const bus = env.REDIS_URL ? await openBus(env.REDIS_URL, log) : null;
  if (bus) opened.push(bus.close);
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const sites = { web: join(root, "web/dist"), miniapp: join(root, "miniapp/dist-h5") };
  const demo = env.demo ? demoAccounts : null;
  const app = createApp({
    database,
    clock: systemClock,
    log,
    seal: sealWith(env.SECRET ?? keptSecret(directory)),
    own: env.PUBLIC_ORIGIN ?? null,
    trustProxy: /^\d+$/.test(env.TRUST_PROXY) ? Number(env.TRUST_PROXY) : env.TRUST_PROXY,
    sender: senderOf(env, log),
    wechat,
    bus,
    // A database elsewhere watches its own disk.
    enoughSpace: embedded ? watchSpace(() => freeBytes(directory), env.MIN_FREE_MB * MEGABYTE) : () => true,
    limited: env.RATE_LIMITS === "on",
    demo,
    sites,
  });
  opened.push(app.close);

  if (env.demo) await seedDemo(app.features, systemClock.now());

  const port = await listen(app.http, env.PORT, env.HOST);
  app.jobs.start();
  const storage = embedded ? directory : "MongoDB (MONGODB_URI)";
  print(welcome({ port, everywhere: !env.HOST, storage, demo, hasMiniapp: existsSync(sites.miniapp) }));
}

async function connect({ MONGODB_URI }: Env, embedded: EmbeddedDatabase | null): Promise<Database> {
  if (embedded) return openDatabase({ uri: embedded.uri, embedded: true });
  return openDatabase({ uri: MONGODB_URI ?? "", embedded: false }).catch((cause: unknown) => {
    throw new Error(
      "连不上 MONGODB_URI 指定的 MongoDB，请检查地址和网络。\n" +
        "The MongoDB of MONGODB_URI does not answer: check its address and the network.",
      { cause },
    );
  });
}

const openBus = (url: string, log: Logger): Promise<LiveBus> =>
  openLiveBus(url, log).catch((cause: unknown) => {
    throw new Error(
      "连不上 REDIS_URL 指定的 Redis，请检查地址和网络。\n" +
        "The Redis of REDIS_URL does not answer: check its address and the network.",
      { cause },
    );
  });

const senderOf = ({ SMS_WEBHOOK_URL: url, SMS_WEBHOOK_TOKEN: token }: Env, log: Logger): CodeSender =>
  url ? webhookCodeSender({ url, token: token ?? null, log }) : demoCodeSender(print);

async function wechatOf(env: Env, log: Logger, opened: Close[]): Promise<WechatLogin> {
  const { WECHAT_APPID: appId, WECHAT_SECRET: secret, WECHAT_API_BASE: base } = env;
  if (appId && secret) return wechatLogin({ base, appId, secret, log });
  if (!env.demo) return noWechat;
  const standIn = await startWechatStandIn();
  opened.push(standIn.close);
  return wechatLogin({ ...standIn, log });
}

try {
  const stop = await start(readEnv(process.env));
  let stopping = false;
  const onSignal = () => {
    // Whoever asks twice is in a hurry; everything acknowledged is on disk already.
    if (stopping) process.exit(130);
    stopping = true;
    void stop().finally(() => process.exit(0));
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
} catch (error) {
  // What is wrong is said in the message; where it was noticed helps nobody who starts the server.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
