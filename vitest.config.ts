import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vitest/config";

/** Long enough for a machine that does other things as well; a test that takes it has come to a standstill. */
const patient = { testTimeout: 20_000, hookTimeout: 30_000 };

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
          ...patient,
          // A component's test asks for a document in its first line: // @vitest-environment happy-dom
          include: ["{shared,web,miniapp}/src/**/*.test.ts", "web/build/**/*.test.ts", ".tools/*.test.mjs"],
        },
      },
      {
        test: {
          name: "server",
          include: ["server/**/*.test.ts"],
          // The engine holds one directory per process, so every file has a process of its own.
          pool: "forks",
          isolate: true,
          ...patient,
        },
      },
      { test: { name: "architecture", include: ["tests/architecture.test.ts"], ...patient } },
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
          // The harness the compiled mini program runs in proves itself first.
          include: ["tests/support/**/*.test.ts", "tests/journeys/**/*.spec.ts"],
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
