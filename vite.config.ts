import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { catalogueChunks } from "./app/i18n/catalogue-chunks.plugin";
import { compressedAssets } from "./app/web/compressed-assets.plugin";
import { leanPages } from "./app/web/lean-pages.plugin";

/** Parts of many pages: in one chunk they cost one request instead of two dozen. What draws a chart stays with charts. */
const FRAME = /\/app\/(i18n\/(?!uk\/|en\/)|ui\/(?!series-|conflict|marks-guide|method-sections|backlog-line)|features\/(plan\/addresses|indicator\/indicator-state|scorecard\/scorecard-question)\.)/;
const LIBRARIES = /\/node_modules\/(?!chart\.js|@kurkle)|vite\/preload-helper/;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: true,
        // Its decoder has an open advisory on this version of Remix (docs/decisions).
        v3_singleFetch: false,
      },
    }),
    catalogueChunks(),
    compressedAssets(),
    leanPages(),
  ],
  resolve: { alias: { "~db": new URL("./db", import.meta.url).pathname, "~": new URL("./app", import.meta.url).pathname } },
  build: {
    target: "es2022",
    manifest: true,
    sourcemap: false,
    reportCompressedSize: false,
    rollupOptions: isSsrBuild
      ? {}
      : { output: { manualChunks: (id) => (FRAME.test(id) ? "frame" : LIBRARIES.test(id) ? "libraries" : undefined) } },
  },
}));
