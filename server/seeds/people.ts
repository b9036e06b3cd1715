import type { AgeBand, DemoAccount, Post } from "@gongzhi/shared/accounts";
import { communityOf, townOf } from "@gongzhi/shared/divisions";
import { communities, gridCodes, nameOf, towns } from "./divisions.ts";
import { departments } from "./taxonomy.ts";

/** The one password of every worker of the demonstration. It is printed for everybody to read. */
export const DEMO_PASSWORD = "gongzhi-demo-1";

/** A worker of the demonstration. */
export interface DemoWorker {
  readonly name: string;
  readonly posts: readonly Post[];
}

/** A resident of the demonstration, by a phone number that no network has given to anybody. */
export interface DemoResident {
  readonly phone: string;
  readonly communityCode: string | null;
  readonly ageBand: AgeBand | null;
}

/** Where the demonstration looks closest: every department has an office of its own there. */
export const MAIN_TOWN = "990102001000";

const gridWorkerNames = (
  "陈晓东 林秀英 王志强 何佳 周文静 吴立新 徐丽 孙海波 马俊杰 朱国华 胡敏 郭志远 " +
  "高玉兰 罗永平 梁燕 宋建军 谢红梅 唐小龙 韩雪 冯德贵 叶春 程大林 邓水根"
).split(" ");
const communityWorkerNames = "沈慧 方勇 顾婷 秦伟 石磊 江月 白洁 田野 竺青 范亮 溪林 云峰 竹韵".split(" ");

const gridWorkers: DemoWorker[] = gridCodes.map((territory, at) => ({
  name: gridWorkerNames[at] ?? `网格员${at + 1}`,
  posts: [{ role: "gridWorker", territory }],
}));

const communityWorkers: DemoWorker[] = communities.map((territory, at) => ({
  name: communityWorkerNames[at] ?? `社区工作者${at + 1}`,
  posts: [{ role: "communityWorker", territory }],
}));

const desks: DemoWorker[] = towns.map((territory) => ({
  name: `${nameOf(territory)}指挥室`,
  posts: [{ role: "commandDesk", territory }],
}));

/** The grid and the command room are not offices a case is dispatched to. */
const offices = departments.filter(({ code }) => code !== "GRID" && code !== "CMD");
const officeName = (town: string, nameZh: string) => nameOf(town) + nameZh.replace(/\(.*\)/, "");

const mainStations: DemoWorker[] = offices.map(({ code, nameZh }) => ({
  name: officeName(MAIN_TOWN, nameZh),
  posts: [{ role: "station", territory: MAIN_TOWN, dept: code }],
}));

/** In the smaller towns the offices sit in one room. */
const jointStations: DemoWorker[] = towns
  .filter((territory) => territory !== MAIN_TOWN)
  .map((territory) => ({
    name: `${nameOf(territory)}联合值班室`,
    posts: offices.map(({ code }) => ({ role: "station", territory, dept: code })),
  }));

const admin: DemoWorker = { name: "系统管理员", posts: [{ role: "admin", territory: "990102000000" }] };

export const demoWorkers: readonly DemoWorker[] = [
  ...gridWorkers,
  ...communityWorkers,
  ...desks,
  ...mainStations,
  ...jointStations,
  admin,
];

/** The name of the worker who acts for a grid in a role, for a station by its department. */
export function workerFor(gridCode: string, role: Post["role"], dept?: string): string {
  const territory =
    { gridWorker: gridCode, communityWorker: communityOf(gridCode) }[role as string] ?? townOf(gridCode);
  const found = demoWorkers.find(({ posts }) =>
    posts.some((post) => post.role === role && post.territory === territory && post.dept === dept),
  );
  if (!found) throw new Error(`The demonstration has no ${role} ${dept ?? ""} for ${gridCode}`);
  return found.name;
}

const resident = (serial: number, communityCode: string | null, ageBand: AgeBand | null): DemoResident => ({
  phone: `199${String(serial).padStart(8, "0")}`,
  communityCode,
  ageBand,
});

/** Those who reported the sample cases, by the letter they go by there. */
export const reporters: Readonly<Record<string, DemoResident>> = {
  A: resident(1, "990102001001", "18-35"),
  B: resident(2, "990102001003", "36-59"),
  C: resident(3, "990102002001", "60-79"),
  D: resident(4, "990102002001", "14-17"),
  E: resident(5, "990102001003", "18-35"),
  F: resident(6, "990102001002", "18-35"),
  G: resident(7, "990102001001", "36-59"),
  H: resident(8, "990102001002", "60-79"),
  J: resident(9, "990102100201", "14-17"),
  K: resident(10, "990121101001", "18-35"),
};

/** Two more who only watch. */
const watchers = [resident(11, "990102001001", "80+"), resident(12, "990102002002", "36-59")];

/** How many neighbours take part this week, by community and age: some cells of the statistics show, some hide. */
const neighbourhoods: readonly [community: string | null, ...perAge: number[]][] = [
  ["990102001001", 2, 14, 12, 7, 1],
  ["990102001002", 0, 8, 9, 5, 0],
  ["990102001003", 3, 16, 5, 1, 0],
  ["990102002001", 0, 5, 6, 3, 1],
  ["990102002002", 0, 2, 2, 0, 0],
  ["990102100201", 0, 1, 1, 1, 0],
  ["990121101001", 0, 3, 2, 0, 0],
  [null, 0, 4, 3, 2, 0],
];
const bands: readonly AgeBand[] = ["14-17", "18-35", "36-59", "60-79", "80+"];

/** The neighbours who follow what happens around them. */
export const neighbours: readonly DemoResident[] = neighbourhoods
  .flatMap(([community, ...perAge]) =>
    perAge.flatMap((many, age) =>
      Array.from({ length: many }, () => [community, bands[age] ?? null] as const),
    ),
  )
  .map(([community, band], at) => resident(1001 + at, community, band));

export const demoResidents: readonly DemoResident[] = [
  ...Object.values(reporters),
  ...watchers,
  ...neighbours,
];

const worker = (role: Post["role"], place: string, grid: string, dept?: string): DemoAccount => ({
  role,
  place,
  login: role === "admin" ? admin.name : workerFor(grid, role, dept),
  password: DEMO_PASSWORD,
});
const residentAccount = (letter: string): DemoAccount => {
  const { phone, communityCode } = reporters[letter] ?? resident(1, null, null);
  return { role: "resident", place: nameOf(communityCode ?? ""), login: phone, password: null };
};
const LATEST_GRID = "990102001001003";
const FIRST_GRID = "990102001001001";

/** The sign-ins a visitor of the demonstration is offered. */
export const demoAccounts: readonly DemoAccount[] = [
  ...["A", "B", "C"].map(residentAccount),
  worker("gridWorker", nameOf(FIRST_GRID), FIRST_GRID),
  // Where the latest sample waits to be accepted.
  worker("gridWorker", nameOf(LATEST_GRID), LATEST_GRID),
  worker("communityWorker", nameOf("990102001001"), FIRST_GRID),
  worker("commandDesk", nameOf(MAIN_TOWN), FIRST_GRID),
  worker("station", `${nameOf(MAIN_TOWN)} · 环境卫生管理所`, FIRST_GRID, "HW"),
  worker("station", `${nameOf(MAIN_TOWN)} · 综合行政执法队`, FIRST_GRID, "ZFD"),
  worker("admin", nameOf("990102000000"), FIRST_GRID),
];
