import { Network } from "./network.ts";
import { photoOfAPothole, type Picture } from "./pictures.ts";

/** Where `miniapp/src/apiBase.ts` looks for another server. */
export const API_BASE_KEY = "gongzhi.apiBase";

/** Given at once, or when somebody has tapped. */
type Answer<Value> = Value | Promise<Value>;

/** What the person holding the phone answers when WeChat asks; a test replaces what it is about. */
export interface Holder {
  /** Confirms a dialog; where it takes text, the text that is typed. */
  confirms(dialog: { title?: string; content?: string; editable?: boolean }): Answer<boolean | string>;
  /** Picks from a list by its place; null thinks better of it. */
  picks(items: readonly string[]): Answer<number | null>;
  /** Takes or chooses pictures; none thinks better of it. */
  photographs(atMost: number): readonly Picture[];
  /** Grants what the mini program asks for: `scope.userLocation` and so on. */
  grants(scope: string): boolean;
  /** Agrees to the privacy terms. */
  agrees(): boolean;
  /** Accepts one message of this template. */
  subscribes(templateId: string): boolean;
  /** What wx.login hands to the server. */
  loginCode(): string;
  /** Where the phone is, in WGS-84. */
  stands(): { latitude: number; longitude: number; accuracy: number } | null;
}

/** How the phone is set up. */
export interface PhoneSettings {
  theme: "light" | "dark";
  language: string;
  /** The text size chosen in WeChat's own settings: 17 on iPhones, 23.8 in care mode. */
  fontSizeSetting: number;
  windowWidth: number;
  windowHeight: number;
  envVersion: "develop" | "trial" | "release";
}

/** A call of a `wx` function that a test may want to see. */
export interface Call {
  readonly api: string;
  readonly options: Readonly<Record<string, unknown>>;
}

const willing = (): Holder => ({
  confirms: ({ editable }) => (editable ? "" : true),
  picks: () => 0,
  photographs: () => [photoOfAPothole()],
  grants: () => true,
  agrees: () => true,
  subscribes: () => true,
  loginCode: () => "code-of-a-phone",
  stands: () => ({ latitude: 30.25, longitude: 120.15, accuracy: 15 }),
});

/** The phone a mini program runs on: what survives a restart of the app, and what a test can set or see. */
export class Phone {
  /** Each value as the JSON it is kept as. */
  readonly storage = new Map<string, string>();
  readonly files = new Map<string, Uint8Array>();
  readonly calls: Call[] = [];
  readonly network = new Network();
  readonly holder: Holder;
  readonly settings: PhoneSettings;
  clipboard = "";
  agreedToPrivacy = false;

  /** Is told of every call that is written down. */
  onCall: (call: Call) => void = () => {};

  readonly #listeners = new Map<string, Set<(event: never) => void>>();
  #made = 0;

  constructor(holder: Partial<Holder> = {}, settings: Partial<PhoneSettings> = {}) {
    this.holder = { ...willing(), ...holder };
    this.settings = {
      theme: "light",
      language: "zh_CN",
      fontSizeSetting: 17,
      windowWidth: 375,
      windowHeight: 724,
      envVersion: "develop",
      ...settings,
    };
  }

  /** Writes down a call of a `wx` function. */
  record(call: Call): void {
    this.calls.push(call);
    this.onCall(call);
  }

  /** A new temporary file; WeChat throws these away when the app ends. */
  temporary(bytes: Uint8Array, extension: string): string {
    const path = `wxfile://tmp_${++this.#made}.${extension}`;
    this.files.set(path, bytes);
    return path;
  }

  /** A path of WeChat's own choosing for a file that stays. */
  lasting(extension: string): string {
    return `wxfile://store_${++this.#made}.${extension}`;
  }

  /** Hears what happens to the phone: `themeChange`, `appHide` … */
  on(event: string, hear: (event: never) => void): void {
    const hearers = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, hearers.add(hear));
  }

  off(event: string, hear?: (event: never) => void): void {
    if (hear) this.#listeners.get(event)?.delete(hear);
    else this.#listeners.delete(event);
  }

  tell(event: string, detail: unknown): void {
    for (const hear of [...(this.#listeners.get(event) ?? [])]) hear(detail as never);
  }

  hears(event: string): boolean {
    return (this.#listeners.get(event)?.size ?? 0) > 0;
  }

  /** What the end of the app takes with it. */
  endApp(): void {
    this.#listeners.clear();
    this.network.cut();
    for (const path of this.files.keys()) if (path.startsWith("wxfile://tmp_")) this.files.delete(path);
  }
}
