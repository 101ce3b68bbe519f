import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { catalogueChunks } from "./app/i18n/catalogue-chunks.plugin";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Two projects: "unit" is everything that needs no browser, on the embedded database or, with TEST_DATABASE_URL, on
 * PostgreSQL; "browser" drives the production build. Files of one worker share one process and one migrated database.
 */
export default defineConfig({
  plugins: [catalogueChunks()],
  resolve: { alias: { "~/": here("./app/"), "~db/": here("./db/") } },
  test: {
    maxWorkers: 2,
    pool: "forks",
    isolate: false,
    // an odd zone, so that a rule leaning on the machine's zone shows
    env: { TZ: "Asia/Kathmandu", NODE_ENV: "test" },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          sequence: { groupOrder: 0 },
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/browser/**"],
          globalSetup: ["tests/support/migrate-once.ts"],
          setupFiles: ["tests/support/quiet.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          // after the rest, not beside it: a browser among busy workers is slow
          sequence: { groupOrder: 1 },
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: ["tests/browser/setup.ts"],
          // one browser, one server: files take turns
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
