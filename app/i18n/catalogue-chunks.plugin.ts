/**
 * Build plugin: tells the server under which address the browser's chunk of each language lies, so that the
 * page can preload it and hydrate without a flash of untranslated text. `virtual:catalogue-chunks` is a
 * record of language → addresses (the chunk and what it imports).
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Plugin, ResolvedConfig } from "vite";
import { LANGUAGES } from "./language";

const NAME = "virtual:catalogue-chunks";
const RESOLVED = `\0${NAME}`;
const source = (language: string) => `app/i18n/${language}/index.ts`;

interface Chunk {
  file: string;
  imports?: string[];
}

export function catalogueChunks(): Plugin {
  let config: ResolvedConfig;
  return {
    name: "catalogue-chunks",
    configResolved(resolved) {
      config = resolved;
    },
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      const chunks = config.command === "build" ? builtChunks(config.root) : null;
      const addresses = LANGUAGES.map((language) => [language, chunks ? addressesOf(chunks, source(language)) : [`/${source(language)}`]]);
      return `export default ${JSON.stringify(Object.fromEntries(addresses))}`;
    },
  };
}

/** The browser build runs first; its manifest names every chunk by its source. */
function builtChunks(root: string): Record<string, Chunk> {
  return JSON.parse(readFileSync(resolve(root, "build/client/.vite/manifest.json"), "utf8")) as Record<string, Chunk>;
}

function addressesOf(chunks: Record<string, Chunk>, key: string): string[] {
  const chunk = chunks[key];
  if (!chunk) throw new Error(`no chunk was built from ${key}`);
  return [chunk, ...(chunk.imports ?? []).flatMap((name) => chunks[name] ?? [])].map(({ file }) => `/${file}`);
}
