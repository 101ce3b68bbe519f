import { defineConfig } from "vite";

/**
 * The command line as plain JavaScript beside the pages: the server then starts in half the time and holds less than
 * half the memory than when its sources are translated at start.
 */
export default defineConfig({
  resolve: { alias: { "~db": new URL("./db", import.meta.url).pathname, "~": new URL("./app", import.meta.url).pathname } },
  build: { ssr: "app/cli/main.ts", outDir: "build/cli", target: "node20", reportCompressedSize: false, copyPublicDir: false },
  logLevel: "warn",
});
