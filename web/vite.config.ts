import tailwindcss from "@tailwindcss/vite";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";
import { shellOfApp } from "./build/shellOfApp.ts";
import { tokensCss } from "./build/tokensCss.ts";

const server = process.env["API"] ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [vue(), tailwindcss(), tokensCss(), shellOfApp()],
  build: {
    // The service worker is a second entry with a name that never changes.
    rolldownOptions: {
      input: { app: "index.html", sw: "src/sw.ts" },
      output: {
        entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
        // What most pages share travels in two files instead of thirty. The first also says that zod makes no code
        // from strings, before the second makes the schemas; the map's geometry waits for a page with a map.
        codeSplitting: {
          groups: [
            {
              name: "vendor",
              test: /noEval|node_modules.(\.pnpm.)?(@vue|vue|pinia|zod|socket\.io|engine\.io)/,
            },
            {
              name: "common",
              test: /(shared|web).src.(?!.*(workbench|element|mapShapes|GridMap))/,
              minShareCount: 4,
            },
          ],
        },
      },
    },
    // Element Plus belongs to the workbench alone and is loaded there.
    chunkSizeWarningLimit: 900,
  },
  // The host stays the page's own: the server turns away what comes from another origin.
  server: { proxy: { "/api": { target: server }, "/socket.io": { target: server, ws: true } } },
});
