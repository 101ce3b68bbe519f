import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { catalogueChunks } from "./app/i18n/catalogue-chunks.plugin";

export default defineConfig({
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
  ],
  resolve: { alias: { "~db": new URL("./db", import.meta.url).pathname, "~": new URL("./app", import.meta.url).pathname } },
  build: { target: "es2022", manifest: true, sourcemap: false, reportCompressedSize: false },
});
