/**
 * Build plugin: keeps out of the browser what it has no use for. Validation, exact numbers and the calendar belong
 * to the server: a page that pulls their libraries in does not build, and the message names the way they came.
 */
import type { Plugin } from "vite";

const SERVER_ONLY = /\/node_modules\/(zod|fraction\.js|temporal-polyfill|kysely|pg|pino)\//;

/** The decoder of a way of loading that is switched off (vite.config.ts); pages must not carry it. */
const UNUSED = "turbo-stream";
const STAND_IN = "\0unused-decoder";
const OFF = 'const off = () => { throw new Error("single fetch is switched off"); }; export { off as decode, off as encode };';

export function leanPages(): Plugin {
  return {
    name: "lean-pages",
    apply: (_config, { isSsrBuild, command }) => command === "build" && !isSsrBuild,
    enforce: "pre",
    resolveId: (source) => (source === UNUSED ? STAND_IN : undefined),
    load: (id) => (id === STAND_IN ? OFF : undefined),
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        const kept = Object.entries(chunk.modules).filter(([, { renderedLength }]) => renderedLength > 0).map(([id]) => id);
        const stray = kept.find((id) => SERVER_ONLY.test(id));
        if (stray) this.error(`pages must not carry ${SERVER_ONLY.exec(stray)?.[1]}: ${wayTo(stray, (id) => this.getModuleInfo(id)?.importers ?? []).join(" ← ")}`);
      }
    },
  };
}

/** The shortest way from a module up to what nothing of ours imports: usually a route. */
function wayTo(id: string, importersOf: (id: string) => readonly string[]): string[] {
  const ways: string[][] = [[id]];
  const seen = new Set([id]);
  for (const way of ways) {
    const last = way[way.length - 1] ?? id;
    const importers = importersOf(last);
    const above = importers.filter((importer) => !seen.has(importer));
    if (last.includes("/app/routes/") || importers.length === 0) return way.map((step) => step.replace(/^.*\/(app|node_modules)\//, "$1/"));
    for (const importer of above) {
      seen.add(importer);
      ways.push([...way, importer]);
    }
  }
  return [id];
}
