import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vitest/config";

/** Each project runs by name: `vitest run --project server`. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [vue()],
        test: {
          name: "unit",
          // Nothing shared has state of its own, so files need no process each: a third of the time.
          pool: "threads",
          isolate: false,
          // A component's test asks for a document in its first line: // @vitest-environment happy-dom
          include: ["shared/src/**/*.test.ts", "web/src/**/*.test.ts", "miniapp/src/**/*.test.ts"],
        },
      },
      {
        test: {
          name: "server",
          include: ["server/**/*.test.ts"],
          // The engine holds one directory per process, so every file has a process of its own.
          pool: "forks",
          isolate: true,
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      { test: { name: "architecture", include: ["tests/architecture.test.ts"] } },
      {
        test: {
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          pool: "forks",
          // Each file starts the built server, and kills it.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "journeys",
          include: ["tests/journeys/**/*.spec.ts"],
          pool: "forks",
          // Two browsers and a server at a time are enough for two cores.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
