import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { importsOf } from "./support/architecture/imports.ts";
import { breaches, rules, type RuleName } from "./support/architecture/rules.ts";
import { readSources, type SourceFile } from "./support/architecture/sourceFile.ts";

const project = readSources(fileURLToPath(new URL("..", import.meta.url)));

/** A breach each rule must see (a check that sees nothing also passes), and its allowed neighbour. */
const planted: Record<RuleName, { breach: SourceFile[]; allowed: SourceFile[] }> = {
  "shared imports nothing of ours but itself": {
    breach: [
      file("shared/src/cases/workflow.ts", `import { serve } from "@gongzhi/server/core";`),
      file("shared/src/cases/workflow.test.ts", `import { serve } from "../../../server/src/core/serve.ts";`),
    ],
    allowed: [file("shared/src/cases/workflow.ts", `import { permit } from "../core/decision.ts";`)],
  },
  "rules know zod and no other library": {
    breach: [
      file("shared/src/cases/workflow.ts", `import { ref } from "vue";`),
      file("shared/src/cases/model.ts", `import type { Document } from "mongoose";`),
      file("shared/src/cases/seal.ts", `export * from "node:crypto";`),
      file("shared/src/cases/late.ts", `export const later = () => import("express");`),
      file("shared/src/cases/viewer.ts", `export type Router = import("vue-router").Router;`),
    ],
    allowed: [
      file("shared/src/cases/model.ts", `import { z } from "zod";`),
      file("shared/src/cases/workflow.test.ts", `import { test } from "vitest";`),
    ],
  },
  "headless files know zod, Vue, Pinia and the live socket": {
    breach: [
      file("shared/src/cases/useCase.ts", `import Taro from "@tarojs/taro";`),
      file("shared/src/platform/services.ts", `import { useRouter } from "vue-router";`),
    ],
    allowed: [
      file("shared/src/cases/useCase.ts", `import { ref } from "vue";`),
      file("shared/src/cases/outboxStore.ts", `import { defineStore } from "pinia";`),
      file("shared/src/live/client.ts", `import type { Socket } from "socket.io-client";`),
    ],
  },
  "rules do not import stores or view-models": {
    breach: [
      file("shared/src/cases/index.ts", `export * from "./useCase.ts";`),
      file("shared/src/cases/workflow.ts", `import type { Platform } from "../platform/index.ts";`),
    ],
    allowed: [file("shared/src/cases/ui.ts", `export * from "./useCase.ts";`)],
  },
  "rules have no clock and no chance": {
    breach: [
      file("shared/src/cases/sla.ts", `export const due = () => Date.now() + 1;`),
      file("shared/src/cases/sla.ts", `export const now = () => new Date();`),
      file("shared/src/cases/sla.ts", `export const now = () => new Date;`),
      file("shared/src/votes/draw.ts", `export const draw = () => globalThis.Math.random();`),
    ],
    allowed: [
      file("shared/src/cases/sla.ts", `// Not Date.now().\nexport const at = (ms: number) => new Date(ms);`),
      file("shared/src/platform/useNow.ts", `export const now = () => Date.now();`),
    ],
  },
  "the server uses the plain door of shared": {
    breach: [
      file("server/src/features/cases/service.ts", `import { useCase } from "@gongzhi/shared/cases/ui";`),
    ],
    allowed: [
      file("server/src/features/cases/service.ts", `import { decideMove } from "@gongzhi/shared/cases";`),
    ],
  },
  "server, portal and mini program do not import each other": {
    breach: [
      file("web/src/router.ts", `import { pages } from "@gongzhi/miniapp/pages";`),
      file(
        "miniapp/src/features/cases/list/index.vue",
        vue(`import { icons } from "../../../../../web/src/icons.ts";`),
      ),
      file("web/src/main.ts", `import type { App } from "../../server/src/app.ts";`),
      file("server/src/app.ts", `import { world } from "../../tests/support/world.ts";`),
    ],
    allowed: [
      file("tests/journeys/report.spec.ts", `import { app } from "../../server/src/app.ts";`),
      file("web/src/main.ts", `import App from "./app.vue";`),
    ],
  },
  "shared is entered by its two doors": {
    breach: [
      file("web/src/main.ts", `import { decideMove } from "@gongzhi/shared/cases/workflow";`),
      file("server/src/app.ts", `import { decideMove } from "../../shared/src/cases/workflow.ts";`),
      file("web/src/app.vue", vue(`import { useCase } from "@gongzhi/shared/src/cases/ui";`)),
      file("web/src/main.ts", `import { everything } from "@gongzhi/shared";`),
    ],
    allowed: [
      file("web/src/main.ts", `import { useCase } from "@gongzhi/shared/cases/ui";`),
      file("web/src/main.ts", `import { decideMove } from "@gongzhi/shared/cases";`),
    ],
  },
  "a server feature asks another one's service": {
    breach: [
      file("server/src/features/cases/service.ts", `import { accounts } from "../accounts/repository.ts";`),
      file("server/src/features/cases/service.ts", `import type { Account } from "../accounts/model.ts";`),
    ],
    allowed: [
      file("server/src/features/cases/service.ts", `import { accounts } from "../accounts/service.ts";`),
      file("server/src/features/cases/routes.ts", `import { cases } from "./repository.ts";`),
      file("server/src/app.ts", `import { routes } from "./features/cases/routes.ts";`),
    ],
  },
  "the server's core knows no feature": {
    breach: [file("server/src/core/serve.ts", `import { cases } from "../features/cases/service.ts";`)],
    allowed: [file("server/src/features/cases/routes.ts", `import { serve } from "../../core/serve.ts";`)],
  },
  "Mongoose ends at the repository": {
    breach: [
      file("server/src/features/cases/service.ts", `import { Types } from "mongoose";`),
      file("server/src/features/cases/routes.ts", `import type { Document } from "mongodb";`),
      file("server/src/core/serve.ts", `import mongoose from "mongoose";`),
    ],
    allowed: [
      file("server/src/features/cases/model.ts", `import { Schema } from "mongoose";`),
      file("server/src/features/cases/lists.repository.ts", `import type { QueryFilter } from "mongoose";`),
      file("server/src/core/db.ts", `import mongoose from "mongoose";`),
      file("server/src/features/cases/life.test.ts", `import mongoose from "mongoose";`),
    ],
  },
  "a file has at most 400 lines": {
    breach: [file("web/src/app.vue", "<i/>\n".repeat(401))],
    allowed: [file("web/src/app.vue", "<i/>\n".repeat(400))],
  },
  "a feature has the same name everywhere": {
    breach: [
      file("shared/src/issues/model.ts", ""),
      file("server/src/features/case/service.ts", ""),
      file("miniapp/src/features/core/pages.ts", ""),
    ],
    allowed: [file("shared/src/core/ids.ts", ""), file("web/src/features/cases/routes.ts", "")],
  },
};

describe.each(Object.keys(rules) as RuleName[])("%s", (rule) => {
  test("holds in every file of the project", () => {
    expect(breaches(rule, project)).toEqual([]);
  });

  test.each(planted[rule].breach)("sees the breach planted in $path", (breach) => {
    expect(breaches(rule, [breach])).toHaveLength(1);
  });

  test.each(planted[rule].allowed)("allows its neighbour in $path", (allowed) => {
    expect(breaches(rule, [allowed])).toEqual([]);
  });
});

test("the files of all five packages are read, and their imports found", () => {
  const found = new Set(
    project.filter((source) => importsOf(source).length > 0).map(({ path }) => path.split("/")[0]),
  );
  expect([...found].sort()).toEqual(["miniapp", "server", "shared", "tests", "web"]);
});

function file(path: string, source: string): SourceFile {
  return { path, source };
}

function vue(script: string): string {
  return `<script setup lang="ts">\n${script}\n</script>\n\n<template><p>from "nowhere"</p></template>\n`;
}
