import { z } from "zod";

const flag = (name: string) => z.enum(["on", "off"], { error: `${name} is either "on" or "off"` });
const origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);
const text = z.string().trim().min(1);

const MIN_SECRET = 32;

const Variables = z.object({
  NODE_ENV: z.string().default("development"),
  PORT: z.coerce.number<string>().int().min(0).max(65_535).default(8080),
  /** Which of the machine's addresses to listen on; all of them by default. */
  HOST: text.optional(),
  /** Where the embedded database, its secret and nothing else are kept. */
  DATA_DIR: text.default("./data"),
  /** A MongoDB to use instead of the embedded database. */
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, "must begin with mongodb:// or mongodb+srv://")
    .optional(),
  /** A Redis that connects the live push of several processes on one database. */
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, "must begin with redis:// or rediss://")
    .optional(),
  /** The address people reach the portal by, such as https://gongzhi.example.cn. */
  PUBLIC_ORIGIN: origin.optional(),
  /** Proxies in front: their number, or their addresses as Express takes them. */
  TRUST_PROXY: text.default("loopback"),
  /** Personal data is sealed with keys made from it: whoever loses it loses the data. */
  SECRET: z.string().min(MIN_SECRET, `must have at least ${MIN_SECRET} characters`).optional(),
  DEMO: flag("DEMO").optional(),
  RATE_LIMITS: flag("RATE_LIMITS").default("on"),
  WECHAT_APPID: text.optional(),
  WECHAT_SECRET: text.optional(),
  WECHAT_API_BASE: origin.default("https://api.weixin.qq.com"),
  /** Takes POST { phone, code } and sends the message. */
  SMS_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_WEBHOOK_TOKEN: text.optional(),
  /** Below this much free space nothing more is written. */
  MIN_FREE_MB: z.coerce.number<string>().min(0).default(200),
  /** One line per request from `info` on; the default in production, `warn` elsewhere. */
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).optional(),
});

/** Whether the demonstration runs: unless it is said otherwise, everywhere but in production. */
const runsDemo = ({ DEMO, NODE_ENV }: z.output<typeof Variables>): boolean =>
  DEMO === undefined ? NODE_ENV !== "production" : DEMO === "on";

type Rule = readonly [
  name: keyof z.output<typeof Variables>,
  says: string,
  holds: (env: z.output<typeof Variables>, production: boolean) => boolean,
];

/** What the variables must be to one another. */
const rules: readonly Rule[] = [
  ["DEMO", "must not be on in production", (env, production) => !production || env.DEMO !== "on"],
  [
    "RATE_LIMITS",
    "must not be off in production",
    (env, production) => !production || env.RATE_LIMITS === "on",
  ],
  [
    "SECRET",
    `is needed in production: at least ${MIN_SECRET} random characters, kept for good`,
    (env, production) => !production || Boolean(env.SECRET),
  ],
  [
    "PUBLIC_ORIGIN",
    "is needed in production: the address people reach the portal by",
    (env, production) => !production || Boolean(env.PUBLIC_ORIGIN),
  ],
  [
    "SMS_WEBHOOK_URL",
    "is needed where the demonstration is off: without it no resident could get a sign-in code",
    (env) => runsDemo(env) || Boolean(env.SMS_WEBHOOK_URL),
  ],
  [
    "WECHAT_SECRET",
    "and WECHAT_APPID only work together",
    (env) => Boolean(env.WECHAT_APPID) === Boolean(env.WECHAT_SECRET),
  ],
];

const Env = Variables.check(
  ...rules.map(([name, message, holds]) =>
    z.refine<z.output<typeof Variables>>((env) => holds(env, env.NODE_ENV === "production"), {
      path: [name],
      message,
      // Also when something else is wrong: every mistake is named at once.
      when: () => true,
    }),
  ),
);

/** The settings of the server, as the environment gives them. */
export interface Env extends z.output<typeof Variables> {
  readonly demo: boolean;
  readonly production: boolean;
}

/**
 * Reads the environment. An empty variable counts as not set.
 * @throws with every mistake in it at once.
 */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const { success, data, error } = Env.safeParse(set);
  if (!success) throw new Error(`环境变量有误 / The environment is not usable:\n${z.prettifyError(error)}`);
  return { ...data, demo: runsDemo(data), production: data.NODE_ENV === "production" };
}
