/**
 * Build plugin: writes a Brotli copy of every text asset beside it, once and as small as it gets, so that the server
 * neither compresses them on every request nor sends more than it must (compressed-assets.ts serves them).
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { Plugin, ResolvedConfig } from "vite";
import { COMPRESSED } from "./compressed-assets";

export function compressedAssets(): Plugin {
  let config: ResolvedConfig;
  return {
    name: "compressed-assets",
    apply: "build",
    configResolved(resolved) {
      config = resolved;
    },
    closeBundle: {
      order: "post",
      sequential: true,
      handler() {
        if (!config.build.ssr) return;
        // after the server build: by then every file of the browser build, its manifest too, is in place
        const folder = join(config.root, "build/client/assets");
        for (const name of readdirSync(folder).filter((file) => COMPRESSED.test(file))) {
          const body = readFileSync(join(folder, name));
          const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } };
          writeFileSync(join(folder, `${name}.br`), brotliCompressSync(body, options));
        }
      },
    },
  };
}
