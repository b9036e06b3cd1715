import { describe, expect, test } from "vitest";
import { portalFiles } from "./shellOfApp.ts";

const chunk = (fileName: string, more: object = {}) => ({
  type: "chunk",
  fileName,
  isEntry: false,
  facadeModuleId: `/src/${fileName}`,
  imports: [],
  dynamicImports: [],
  ...more,
});
const bundle = (...chunks: { fileName: string }[]) =>
  Object.fromEntries(chunks.map((each) => [each.fileName, each])) as unknown as Parameters<
    typeof portalFiles
  >[0];

describe("the files the service worker keeps", () => {
  test("are those of the portal, its lazy pages and styles; the workbench and the worker itself are not", () => {
    const files = portalFiles(
      bundle(
        chunk("app.js", {
          isEntry: true,
          imports: ["vue.js"],
          dynamicImports: ["report.js", "bench.js", "layout.js"],
          viteMetadata: { importedCss: new Set(["app.css"]), importedAssets: new Set() },
        }),
        chunk("vue.js"),
        chunk("report.js", { imports: ["vue.js"] }),
        chunk("bench.js", { facadeModuleId: "/src/features/cases/workbench/Queue.vue", imports: ["ep.js"] }),
        chunk("layout.js", { facadeModuleId: "/src/layouts/WorkbenchLayout.vue" }),
        chunk("ep.js"),
        chunk("sw.js", { isEntry: true }),
      ),
    );
    expect(files).toEqual(["app.css", "app.js", "report.js", "vue.js"]);
  });
});
