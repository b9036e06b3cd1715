import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { DEMO_PASSWORD } from "../../server/seeds/people.ts";
import { Phone, type Holder, type PhoneSettings } from "./weapp/phone.ts";
import { Weapp } from "./weapp/weapp.ts";

/** The mini program as `npm run build` makes it for WeChat. */
export const WEAPP = fileURLToPath(new URL("../../miniapp/dist", import.meta.url));

/** The first grid of the demonstration and a point in it. */
export const GRID = "990102001001001";
export const inThatGrid = { latitude: 30.2051, longitude: 120.0961, accuracy: 15 };

/** Under a full load everything takes a while. */
const PATIENCE_MS = 20_000;
let wechats = 0;

/** A phone in somebody's hand who is in the first grid and whose WeChat nobody else has. */
export function phoneOf(holder: Partial<Holder> = {}, settings: Partial<PhoneSettings> = {}): Phone {
  const who = `journey${process.pid}x${++wechats}`;
  let logins = 0;
  return new Phone(
    { stands: () => inThatGrid, loginCode: () => `wx-${who}-${++logins}`, ...holder },
    settings,
  );
}

/** Somebody with the compiled mini program on a phone of their own, talking to this server. */
export class WeappPerson {
  readonly weapp: Weapp;

  constructor(url: string, phone = phoneOf(), page?: string) {
    this.weapp = Weapp.launch({ dist: WEAPP, apiBase: url, phone }, page);
  }

  /** Waits until it is so on this phone. */
  until<Result>(isSo: () => Result): Promise<NonNullable<Result>> {
    return this.weapp.until(isSo, PATIENCE_MS);
  }

  /** Reads this on the page as it is, without reloading anything. */
  reads(words: string): Promise<unknown> {
    return this.until(() => this.weapp.text().includes(words));
  }

  sees(id: string): Promise<unknown> {
    return this.until(() => this.weapp.has(id));
  }

  /** Taps something as soon as it is there and can be tapped. */
  async taps(id: string): Promise<void> {
    await this.until(() => this.weapp.has(id) && this.weapp.$(id).attributes.disabled !== true);
    this.weapp.tap(id);
  }

  async types(id: string, words: string): Promise<void> {
    await this.sees(id);
    this.weapp.input(id, words);
  }

  async isOn(route: string): Promise<void> {
    await this.until(() => this.weapp.page.route === route);
  }

  /** Opens the page of signing in and comes back signed in, by the code the demonstration shows. */
  async signsInByPhone(phone: string): Promise<void> {
    const before = this.weapp.page.route;
    if (before !== "features/accounts/signIn/index") this.weapp.go("features/accounts/signIn/index");
    await this.types("phone", phone);
    await this.taps("send-code");
    await this.sees("demo-code");
    await this.types("code", /\d{6}/.exec(this.weapp.text("demo-code"))?.[0] ?? "");
    await this.taps("by-code");
    await this.until(() => this.weapp.page.route !== "features/accounts/signIn/index");
  }

  /** The same for a worker of the demonstration, by name and password. */
  async signsInByName(name: string): Promise<void> {
    this.weapp.go("features/accounts/signIn/index?as=worker");
    await this.types("name", name);
    await this.types("password", DEMO_PASSWORD);
    await this.taps("by-password");
    await this.until(() => this.weapp.page.route !== "features/accounts/signIn/index");
  }

  /** Adds a photo; the first time WeChat asks for consent. */
  async addsAPhoto(): Promise<void> {
    await this.taps("photo-add");
    await this.until(() => this.weapp.has("photo-0") || this.weapp.has("privacy-agree"));
    if (this.weapp.has("privacy-agree")) this.weapp.fire("privacy-agree", "agreeprivacyauthorization");
    await this.sees("photo-0");
  }

  /** Fills in the first two of the three screens and stands before the third. */
  async writesAReport(words: string, { photo = false } = {}): Promise<void> {
    this.weapp.tapTab("上报");
    await this.types("words", words);
    if (photo) await this.addsAPhoto();
    await this.taps("next-step");
    await this.taps(`map-${GRID}`);
    await this.until(() => this.weapp.text("picked").includes("晴川第一网格"));
    await this.taps("next-step");
    await this.sees("check-place");
  }

  /** Nothing went wrong on this phone from its start to here. */
  isContent(): void {
    expect(this.weapp.complaints.map(String)).toEqual([]);
    expect(this.weapp.wxmlWarnings).toEqual([]);
    expect(this.weapp.printed.filter(({ level }) => level === "error" || level === "warn")).toEqual([]);
  }

  close(): void {
    this.weapp.close();
  }
}
