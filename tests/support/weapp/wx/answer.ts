import type { Host } from "../host.ts";
import type { Phone } from "../phone.ts";

/** What every family of `wx` functions is built from. */
export interface World {
  readonly host: Host;
  readonly phone: Phone;
}

/** The callbacks an options object may carry. */
export interface Callbacks {
  success?(result: unknown): void;
  fail?(error: unknown): void;
  complete?(result: unknown): void;
}

/** A refusal in WeChat's own words, which follow `name:fail `. */
export class WxFailure extends Error {
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(reason: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(reason);
    this.extra = extra;
  }
}

/** Calls success or fail, then complete, as WeChat does; hands out a promise where there are no callbacks. */
export function settle<Options extends object>(
  { host }: World,
  api: string,
  given: (Options & Callbacks) | undefined,
  work: () => object | void | Promise<object | void>,
): Promise<unknown> | undefined {
  const options: Callbacks = given ?? {};
  const outcome = new Promise<{ ok: boolean; value: object }>((resolve) => {
    host.later(() => {
      Promise.resolve()
        .then(work)
        .then(
          (result) => resolve({ ok: true, value: { ...result, errMsg: `${api}:ok` } }),
          (error: unknown) => resolve({ ok: false, value: failureOf(host, api, error) }),
        );
    });
  });
  const called = outcome.then(({ ok, value }) => {
    const result = host.give(value);
    if (ok) host.guard(() => options.success?.(result));
    else host.guard(() => options.fail?.(result));
    host.guard(() => options.complete?.(result));
    return { ok, result };
  });
  if (options.success || options.fail || options.complete) return undefined;
  return called.then(({ ok, result }) => (ok ? result : Promise.reject(result)));
}

/** What `fail` is called with; anything but a refusal is also complained about. */
export function failureOf(host: Host, api: string, error: unknown): { errMsg: string } {
  const extra = error instanceof WxFailure ? error.extra : {};
  if (!(error instanceof WxFailure)) {
    host.guard(() => {
      throw error;
    });
  }
  return { ...extra, errMsg: `${api}:fail ${error instanceof Error ? error.message : String(error)}` };
}

/** Writes a call down for the test to see, without its callbacks. */
export function record({ phone }: World, api: string, options: object = {}): void {
  const seen = Object.entries(options).filter(([, value]) => typeof value !== "function");
  phone.record({ api, options: Object.fromEntries(seen) });
}

/** Functions that only have to be seen to have been called. */
export const recorded = (world: World, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    names.map((api) => [
      api,
      (options: object & Callbacks) => {
        record(world, api, options);
        return settle(world, api, options, () => {});
      },
    ]),
  );

/** The pair `onX`, `offX` for something that happens to the phone. */
export const listeners = ({ phone }: World, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const event = name[0]?.toLowerCase() + name.slice(1);
      return [
        [`on${name}`, (hear: (detail: never) => void) => phone.on(event, hear)],
        [`off${name}`, (hear?: (detail: never) => void) => phone.off(event, hear)],
      ];
    }),
  );
