import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { VERBS } from "~/cli/verbs";
import { readEnv } from "~/env.server";

const readme = readFileSync("README.md", "utf8");
const operate = readFileSync("docs/operate.md", "utf8");
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
const verbs = VERBS.map((verb) => verb.name).filter((name) => name !== "demo" && name !== "serve");

const unique = (found: Iterable<RegExpMatchArray>) => [...new Set([...found].map((match) => match[1]!))];

describe("what the pages promise exists", () => {
  it.each(unique(`${readme}${operate}`.matchAll(/npm (?:run (?:-s )?)?((?!ci|run\b)[a-z][a-z:-]*)/g)))("npm script %s", (name) => {
    expect(scripts[name]).toBeDefined();
  });

  it.each(unique(readme.matchAll(/\]\(([\w./-]+)\)/g)).filter((path) => !path.endsWith(".png")))("%s", (path) => {
    expect(existsSync(path)).toBe(true);
  });

  it("README's first screen has both commands, word for word", () => {
    const firstScreen = readme.split("\n").slice(0, 26).join("\n");
    expect(firstScreen).toContain("npm ci && npm run demo");
    expect(firstScreen).toContain("npm ci && npm test");
  });

  it("every verb is told to operators, with no verb beside", () => {
    const told = unique(operate.matchAll(/^\| `([a-z-]+)/gm));
    expect([...new Set(told)].sort()).toEqual([...verbs].sort());
    const listed = /verbs: ([a-z, -]+)\|/.exec(readme)?.[1]?.split(",").map((name) => name.trim());
    expect(listed?.sort()).toEqual([...verbs].sort());
  });

  it("every setting is in .env.example, with no setting beside", () => {
    const told = unique(readFileSync(".env.example", "utf8").matchAll(/^#?([A-Z_]+)=/gm));
    const known = Object.keys(
      readEnv({ DATABASE_URL: "postgres://x", DATA_DIR: "x", DEMO_TODAY: "2026-11-25", PUBLIC_URL: "https://monitor.example.org" }),
    );
    expect(told.sort()).toEqual(known.sort());
  });
});
