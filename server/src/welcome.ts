import { networkInterfaces } from "node:os";
import type { DemoAccount } from "@gongzhi/shared/accounts";
import { say } from "@gongzhi/shared/i18n";

/** Columns of a line on a terminal: a Chinese character takes two. */
const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (/[\u1100-\uffdc]/.test(character) ? 2 : 1), 0);

const pad = (text: string, width: number) => text + " ".repeat(Math.max(0, width - widthOf(text)));

/** Rows under one another, each column as wide as its widest cell. */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(...rows.map((row) => widthOf(row[at] ?? ""))),
  );
  return rows
    .map((row) => `  ${row.map((cell, at) => pad(cell, widths[at] ?? 0)).join("  ")}`.trimEnd())
    .join("\n");
}

/** An address of this machine that a phone in the same network reaches. */
const networkAddress = (): string | undefined =>
  Object.values(networkInterfaces())
    .flat()
    .find((each) => each && each.family === "IPv4" && !each.internal)?.address;

/** What is printed when the server is up. */
export interface Opening {
  readonly port: number;
  /** It listens on every address of the machine. */
  readonly everywhere: boolean;
  readonly storage: string;
  readonly demo: readonly DemoAccount[] | null;
  readonly hasMiniapp: boolean;
}

/** Where to go, and how to sign in where this is a demonstration. */
export function welcome({ port, everywhere, storage, demo, hasMiniapp }: Opening): string {
  const here = `http://localhost:${port}`;
  const lan = everywhere ? networkAddress() : undefined;
  const places = [
    ["居民门户 / Portal", `${here}/`],
    ["工作台 / Workbench", `${here}/workbench`],
    ...(hasMiniapp ? [["小程序网页版 / Mini program", `${here}/m/`]] : []),
    ["接口文档 / API docs", `${here}/api/docs/`],
    ...(lan ? [["局域网 / This network", `http://${lan}:${port}/`]] : []),
    ["数据 / Data", storage],
  ];
  const lines = ["", "共治 Gongzhi 已启动 / is running", "", table(places)];
  if (demo) {
    lines.push("", "演示账号（虚构） / Demonstration sign-ins (fictional):", "", table(signIns(demo)));
    lines.push(
      "",
      "居民用验证码登录，验证码显示在登录页和这里 / Residents' codes appear on the sign-in page and here.",
    );
  }
  return [...lines, "", "Ctrl-C 停止 / stops it", ""].join("\n");
}

const signIns = (accounts: readonly DemoAccount[]): string[][] =>
  accounts.map(({ role, place, login, password }) => [
    say("zh", `account.role.${role}`),
    place,
    login,
    password ?? "验证码",
  ]);
