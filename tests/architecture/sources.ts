import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";

export interface Imported {
  /** path from the project's root without ending for own files, else the package as written */
  target: string;
  typeOnly: boolean;
}

export interface Source {
  path: string;
  text: string;
  imports: Imported[];
}

/** Every TypeScript file under the folders, by path from the project's root. */
export function sourcesIn(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name).replaceAll("\\", "/"))
      .filter((path) => /\.tsx?$/.test(path))
      .sort()
      .map(readSource),
  );
}

export function readSource(path: string): Source {
  const text = readFileSync(path, "utf8");
  return { path, text, imports: importsOf(path, text) };
}

const STATEMENT = /^(?:import|export)\s+(?<type>type\s+)?(?<names>[^"';]*?)\s*from\s+"(?<from>[^"]+)"|^import\s+"(?<bare>[^"]+)"|\bimport\("(?<lazy>[^"]+)"\)/gm;

export function importsOf(path: string, text: string): Imported[] {
  return [...text.matchAll(STATEMENT)].map(({ groups = {} }) => {
    const written = groups.from ?? groups.bare ?? groups.lazy ?? "";
    return { target: resolved(path, written), typeOnly: groups.type !== undefined || areAllTypes(groups.names ?? "") };
  });
}

function areAllTypes(names: string): boolean {
  const inside = /^\{(.*)\}$/s.exec(names.trim())?.[1];
  const listed = inside?.split(",").map((name) => name.trim()).filter((name) => name !== "") ?? [];
  return listed.length > 0 && listed.every((name) => name.startsWith("type "));
}

function resolved(path: string, written: string): string {
  if (written.startsWith("~db/")) return `db/${written.slice(4)}`;
  if (written.startsWith("~/")) return `app/${written.slice(2)}`;
  if (written.startsWith(".")) return posix.normalize(posix.join(dirname(path), written));
  return written;
}
