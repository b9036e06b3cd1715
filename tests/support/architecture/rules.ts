import { impureCalls } from "./impureCalls.ts";
import { importsOf, type Import } from "./imports.ts";
import {
  besideFeatures,
  featureOf,
  features,
  isDomain,
  isForTests,
  isHeadless,
  packageOf,
} from "./layout.ts";
import type { SourceFile } from "./sourceFile.ts";

/** What is wrong with one file, in the words a developer needs; empty when nothing is. */
type Rule = (file: SourceFile) => string[];

/** A rule that looks at one import at a time. */
const eachImport =
  (wrong: (from: string, to: Import) => boolean): Rule =>
  (file) =>
    importsOf(file)
      .filter((to) => wrong(file.path, to))
      .map(({ specifier }) => `imports ${specifier}`);

const targets = (to: Import, where: string): boolean => to.target?.startsWith(where) ?? false;

const headlessLibraries = ["vue", "pinia", "socket.io-client"];

/** Where Mongoose may be known: a feature's schema and repository, and what the core keeps or translates itself. */
const knowsMongoose =
  /^server\/src\/features\/[^/]+\/(model|(\w+\.)?repository)\.ts$|^server\/(seeds|migrations)\/|^server\/src\/core\/(db|embedded|ids|jobs|migrations|answerError)\w*\.ts$/;

/** The directions of the project, each under the sentence it stands for. */
export const rules = {
  "shared imports nothing of ours but itself": eachImport(
    (from, to) => packageOf(from) === "shared" && to.target !== null && packageOf(to.target) !== "shared",
  ),

  "rules know zod and no other library": eachImport(
    (from, { library }) => isDomain(from) && library !== null && library !== "zod",
  ),

  "headless files know zod, Vue, Pinia and the live socket": eachImport(
    (from, { library }) =>
      isHeadless(from) &&
      !isForTests(from) &&
      library !== null &&
      !["zod", ...headlessLibraries].includes(library),
  ),

  "rules do not import stores or view-models": eachImport(
    (from, { target }) => isDomain(from) && target !== null && isHeadless(target),
  ),

  "rules have no clock and no chance": (file) =>
    isDomain(file.path) ? impureCalls(file).map((call) => `calls ${call}`) : [],

  "the server uses the plain door of shared": eachImport(
    (from, to) =>
      packageOf(from) === "server" &&
      !isForTests(from) &&
      targets(to, "shared/") &&
      isHeadless(to.target ?? ""),
  ),

  "server, portal and mini program do not import each other": eachImport((from, { target }) => {
    const programs = ["server", "web", "miniapp"];
    if (!target || !programs.includes(packageOf(from))) return false;
    return ["tests", ...programs].includes(packageOf(target)) && packageOf(target) !== packageOf(from);
  }),

  "shared is entered by its two doors": eachImport((from, { specifier, target }) => {
    if (!target || packageOf(from) === "shared" || packageOf(target) !== "shared") return false;
    // Vite reads its configuration before it can compile our packages.
    if (from.startsWith("web/build/")) return false;
    return !/^@gongzhi\/shared\/[^/]+(\/ui)?$/.test(specifier);
  }),

  "a server feature asks another one's service": eachImport((from, { target }) => {
    const [feature, other] = [featureOf(from), featureOf(target ?? "")];
    if (!feature || packageOf(from) !== "server" || isForTests(from)) return false;
    return other !== null && other !== feature && target !== `server/src/features/${other}/service.ts`;
  }),

  "the server's core knows no feature": eachImport(
    (from, to) =>
      from.startsWith("server/src/core/") && !isForTests(from) && targets(to, "server/src/features/"),
  ),

  "Mongoose ends at the repository": eachImport(
    (from, { library }) =>
      packageOf(from) === "server" &&
      !isForTests(from) &&
      ["mongoose", "mongodb"].includes(library ?? "") &&
      !knowsMongoose.test(from),
  ),

  "a file has at most 400 lines": ({ source }) => {
    const lines = source.trimEnd().split("\n").length;
    return lines > 400 ? [`has ${lines} lines`] : [];
  },

  "a feature has the same name everywhere": ({ path }) => {
    const [, inShared] = /^shared\/src\/([^/]+)\//.exec(path) ?? [];
    const known = inShared ? [...features, ...besideFeatures] : features;
    const feature = inShared ?? featureOf(path);
    return feature && !known.includes(feature) ? [`belongs to "${feature}", which is no feature`] : [];
  },
} as const satisfies Record<string, Rule>;

/** The sentence a rule stands for. */
export type RuleName = keyof typeof rules;

/** Every breach of the rule in these files, one line each. */
export function breaches(name: RuleName, files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => rules[name](file).map((what) => `${file.path} ${what}`));
}
