import { describe, expect, it } from "vitest";
import { importsOf, type Imported, type Source, sourcesIn } from "./sources";

/**
 * Routes speak HTTP, features do one thing each, the domain decides, the database remembers. Arrows point one way:
 * routes → features → { domain, db }; db → domain for types only; the domain imports nothing but itself.
 */
const sources = sourcesIn("app", "bench", "db", "seeds");

/** What each part may import of our own; the first prefix that fits a file decides. */
const LAYERS: { part: string; files: RegExp; own: RegExp; typesOnly?: RegExp }[] = [
  { part: "domain", files: /^app\/domain\//, own: /^app\/domain\// },
  { part: "words", files: /^app\/i18n\//, own: /^app\/(i18n|domain)\// },
  { part: "environment", files: /^app\/env\.server/, own: /^app\/domain\// },
  // numbers of facts arrive exact, thresholds fall back on the rules' own; else types alone
  { part: "database", files: /^db\//, own: /^(db\/|app\/domain\/(exact|coverage)$)/, typesOnly: /^app\/domain\// },
  { part: "seeds", files: /^seeds\//, own: /^(seeds|db|app\/domain|app\/features)\// },
  { part: "components", files: /^app\/ui\//, own: /^app\/(ui|i18n|domain)\// },
  { part: "parts of a noun on pages", files: /^app\/features\/.*\.tsx$/, own: /^app\/(features|ui|i18n|domain)\//, typesOnly: /^db\/queries\// },
  // what a page draws is described by a type that stands beside the drawing
  { part: "features", files: /^app\/features\//, own: /^(app\/(features|domain|i18n)\/|db\/)/, typesOnly: /^app\/ui\// },
  { part: "web", files: /^app\/web\//, own: /^(app\/(web|features|domain|i18n|ui)\/|db\/)/ },
  { part: "routes", files: /^app\/(routes\/|root|entry|sessions)/, own: /^app\/(routes|web|features|ui|i18n|domain|styles|root)/ },
  // measures the whole from outside, as somebody who uses it
  { part: "bench", files: /^bench\//, own: /^(bench|app|db|seeds|tests\/support)\// },
  { part: "command line", files: /^app\/cli\//, own: /^(app\/(cli|web|features|domain|i18n)\/|app\/env\.server|db\/|seeds\/)/ },
];

const isOwn = ({ target }: Imported) => /^(app|bench|db|seeds|tests)\//.test(target);
const layerOf = (path: string) => LAYERS.find((layer) => layer.files.test(path));

/** "path imports target" for every import that points the wrong way. */
function wrongWays({ path, imports }: Pick<Source, "path" | "imports">): string[] {
  const layer = layerOf(path);
  if (!layer) return [`${path} belongs to no part`];
  return imports
    .filter((one) => isOwn(one) && !layer.own.test(one.target) && !(one.typeOnly && layer.typesOnly?.test(one.target)))
    .map((one) => `${path} imports ${one.target}`);
}

/** Packages that only some files may know. */
const PACKAGES: { what: string; packages: RegExp; allowed: RegExp }[] = [
  { what: "Remix", packages: /^@remix-run\//, allowed: /^(app\/(routes\/|root|entry|web\/|ui\/)|bench\/servers\/)/ },
  { what: "SQL and its drivers", packages: /^(kysely|pg|@electric-sql\/)/, allowed: /^(bench|db|seeds)\// },
  { what: "React in the domain or database", packages: /^react/, allowed: /^(app\/(?!domain|cli)|bench\/)/ },
  { what: "Express", packages: /^(express|helmet|compression|pino-http)$/, allowed: /^app\/web\// },
];

describe("imports point one way", () => {
  it.each(LAYERS.map((layer) => [layer.part, layer] as const))("%s", (_part, layer) => {
    const wrong = sources.filter(({ path }) => layerOf(path) === layer).flatMap(wrongWays);
    expect(wrong).toEqual([]);
  });

  it("every file belongs to a part", () => {
    expect(sources.filter(({ path }) => !layerOf(path)).map(({ path }) => path)).toEqual([]);
  });

  it.each(PACKAGES)("$what only where it belongs", ({ packages, allowed }) => {
    const wrong = sources
      .filter(({ path }) => !allowed.test(path))
      .flatMap(({ path, imports }) => imports.filter(({ target }) => packages.test(target)).map(({ target }) => `${path} imports ${target}`));
    expect(wrong).toEqual([]);
  });

  it("the domain knows two packages, each in its own file", () => {
    const outside = sources
      .filter(({ path }) => path.startsWith("app/domain/"))
      .flatMap(({ path, imports }) => imports.filter((one) => !isOwn(one)).map(({ target }) => `${path} ${target}`));
    expect([...new Set(outside)].sort()).toEqual(["app/domain/dates.ts temporal-polyfill", "app/domain/exact.ts fraction.js"]);
  });

  it("routes hold no queries", () => {
    const routes = sources.filter(({ path }) => path.startsWith("app/routes/"));
    const wrong = routes.filter(({ text }) => /\b(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`/.test(text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe("this test can fail", () => {
  it.each([
    ["app/routes/plans.tsx", 'import { db } from "~db/client.server";'],
    ["app/domain/rollup.ts", 'import { z } from "~/features/value/value.schema";'],
    ["app/domain/rollup.ts", 'import type { Db } from "../../db/client.server";'],
    ["db/queries/x.ts", 'import { can } from "~/domain/permissions";'],
    ["app/features/value/x.server.ts", 'export { x } from "~/web/session";'],
    ["app/ui/table.tsx", 'const x = await import("~/features/value/x");'],
  ])("%s: %s", (path, text) => {
    expect(wrongWays({ path, imports: importsOf(path, text) })).toHaveLength(1);
  });

  it("types of the domain may be read by the database", () => {
    const path = "db/queries/x.ts";
    expect(wrongWays({ path, imports: importsOf(path, 'import { type Exact } from "~/domain/exact";\nimport type { Id } from "~/domain/facts";') })).toEqual([]);
  });
});
