import { defineConfig } from "vite";

/** One file, `dist/main.js`: our own packages are compiled into it, everything from the registry stays outside. */
export default defineConfig({
  ssr: { noExternal: [/^@gongzhi\//] },
  build: {
    ssr: "src/main.ts",
    outDir: "dist",
    emptyOutDir: true,
    target: "node20",
    minify: false,
    sourcemap: true,
  },
});
