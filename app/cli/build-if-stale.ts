import { spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { childEnv } from "~/env.server";
import { Refusal } from "./cli";

const BUILT = ["build/server/index.js", "build/cli/main.js"];
const SOURCES = ["app", "db", "seeds", "public", "vite.config.ts", "vite.cli.config.ts", "package-lock.json"];

/** Builds pages and command line when a part of the build is missing or older than a source. Returns whether it built. */
export async function buildIfStale(): Promise<boolean> {
  const built = Math.min(...BUILT.map(newest));
  if (SOURCES.every((source) => newest(source) <= built)) return false;
  await run(process.execPath, [join("node_modules", "@remix-run", "dev", "dist", "cli.js"), "vite:build"]);
  await run(process.execPath, [join("node_modules", "vite", "bin", "vite.js"), "build", "--config", "vite.cli.config.ts"]);
  return true;
}

/** Latest change of a file, or of anything in a folder; 0 for what is not there. */
function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function run(command: string, args: string[]): Promise<void> {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], env: childEnv() });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (said += part.toString()));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Refusal(`The build failed:\n${said}`))));
  });
}
