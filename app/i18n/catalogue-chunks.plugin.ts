/**
 * Build plugin: a page carries the words it speaks and no others. They are found in the finished code of each route and
 * written as a chunk of words a language; the route's module waits for them, and the server names them in a header, so
 * that they come along with the page. `virtual:catalogue-chunks` tells the server: route → language → addresses.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Plugin, ResolvedConfig, Rollup } from "vite";
import en from "./en";
import { LANGUAGES, type Language } from "./language";
import uk from "./uk";
import { namesOf, pickWords, type Words, wordsIn } from "./words-used";

/**
 * What the server says by a code and the page puts into words (message-code.ts): it comes along wherever the page speaks
 * of its topic. The first stands on every page, since any may be refused.
 */
export const SAID_BY_CODES = ["errors", "account", "entry.finding", "entry.problem", "entry.refused", "scoring.problem"] as const;

const CATALOGUES: Record<Language, Words> = { uk, en };
const NAMES = namesOf(uk);

const NAME = "virtual:catalogue-chunks";
const RESOLVED = `\0${NAME}`;
/** where the browser build leaves it for the server build, beside the browser's own manifest */
const LEFT_IN = ".vite/catalogue-chunks.json";
const ROUTE = /\/app\/(root|routes\/[^?]+)\.tsx\?__remix-build-client-route$/;
/** stand in the code until the bundle is finished */
const OF_ROUTE = "__WORDS_OF_THIS_ROUTE__";
const OF_ALL = "__ALL_WORDS__";

type Addresses = Partial<Record<Language, string>>;

export function catalogueChunks(): Plugin {
  let config: ResolvedConfig;
  const isBrowserBuild = () => config.command === "build" && !config.build.ssr;
  return {
    name: "catalogue-chunks",
    configResolved(resolved) {
      config = resolved;
    },
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      return `export default ${config.command === "build" ? readFileSync(resolve(config.root, "build/client", LEFT_IN), "utf8") : "{}"}`;
    },
    transform(code, id) {
      if (!isBrowserBuild() || !ROUTE.test(id) || !/\bdefault\b/.test(code)) return undefined;
      return { code: `import { loadWords } from "~/i18n/load-catalogue";\nawait loadWords(${OF_ROUTE});\n${code}`, map: null };
    },
    // a file's name tells its content apart, and the words' addresses are written into it afterwards
    augmentChunkHash: () => (isBrowserBuild() ? hash(JSON.stringify(CATALOGUES)) : undefined),
    generateBundle(_options, bundle) {
      if (!isBrowserBuild()) return;
      const write = (name: string, wanted: ReadonlySet<string>): Addresses => {
        const addresses: Addresses = {};
        for (const language of LANGUAGES) {
          const source = `export default ${JSON.stringify(pickWords(CATALOGUES[language], wanted))}`;
          const fileName = `assets/words-${name}-${language}-${hash(source)}.js`;
          if (wanted.size > 0) this.emitFile({ type: "asset", fileName, source });
          if (wanted.size > 0) addresses[language] = `/${fileName}`;
        }
        return addresses;
      };
      this.emitFile({ type: "asset", fileName: LEFT_IN, source: JSON.stringify(writeWords(bundle, write)) });
    },
  };
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 8);

/** Writes the words of every page and tells each route's module where they lie; those of every page go with the root. */
function writeWords(bundle: Rollup.OutputBundle, write: (name: string, wanted: ReadonlySet<string>) => Addresses): Record<string, Addresses> {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  const routes = chunks.flatMap((chunk) => {
    const [, route] = ROUTE.exec(chunk.facadeModuleId ?? "") ?? [];
    return route && chunk.code.includes(OF_ROUTE) ? [{ chunk, route, spoken: withCodes(spokenIn(chunk, bundle)) }] : [];
  });
  const everywhere = new Set(routes.find(({ route }) => route === "root")?.spoken ?? []);
  const all = write("all", new Set(NAMES));
  for (const chunk of chunks) chunk.code = chunk.code.replace(OF_ALL, JSON.stringify(all));
  return Object.fromEntries(routes.map(({ chunk, route, spoken }) => {
    const own = route === "root" ? everywhere : new Set([...spoken].filter((name) => !everywhere.has(name)));
    const addresses = write(route.replace(/^routes\//, "").replace(/[^\w.-]/g, ""), own);
    chunk.code = chunk.code.replace(OF_ROUTE, JSON.stringify(addresses));
    return [route, addresses];
  }));
}

/** In the chunk's own code and in everything it imports. */
function spokenIn(chunk: Rollup.OutputChunk, bundle: Rollup.OutputBundle): Set<string> {
  const all = new Set([chunk]);
  for (const one of all) {
    for (const name of one.imports) {
      const imported = bundle[name];
      if (imported?.type === "chunk") all.add(imported);
    }
  }
  return new Set([...all].flatMap(({ code }) => [...wordsIn(code, NAMES)]));
}

function withCodes(spoken: ReadonlySet<string>): Set<string> {
  const topicOf = (name: string) => name.split(".")[0];
  const topics = new Set([...spoken].map(topicOf));
  const coded = SAID_BY_CODES.filter((part, index) => index === 0 || topics.has(topicOf(part)));
  return new Set([...spoken, ...NAMES.filter((name) => coded.some((part) => name === part || name.startsWith(`${part}.`)))]);
}
