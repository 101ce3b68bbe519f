import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/**
 * A Chromium for the browser tests, in this order: CHROMIUM_PATH, chromium or google-chrome on the PATH, one that
 * Playwright downloaded before, then installed now: by apt as root on Debian, else by Playwright within a minute.
 * Throws one plain sentence when there is none to be had.
 */
export function findBrowser(): string {
  const found = fromEnvironment() ?? onPath() ?? downloaded();
  if (found) return found;
  const installed = byApt() ?? byPlaywright();
  if (installed) return installed;
  throw new Error("The browser tests need Chromium and none could be installed: install chromium, or set CHROMIUM_PATH to one.");
}

function fromEnvironment(): string | undefined {
  const path = process.env.CHROMIUM_PATH;
  if (!path) return undefined;
  if (!existsSync(path)) throw new Error(`CHROMIUM_PATH names ${path}, which does not exist.`);
  return path;
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** Where Playwright keeps its browsers; headless shells and full builds both do. */
function downloaded(): string | undefined {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), ".cache", "ms-playwright");
  if (!existsSync(cache)) return undefined;
  return readdirSync(cache)
    .filter((name) => name.startsWith("chromium"))
    .sort()
    .reverse()
    .flatMap((name) => readdirSync(join(cache, name)).map((folder) => join(cache, name, folder)))
    .flatMap((folder) => ["chrome", "headless_shell", "chrome-headless-shell"].map((program) => join(folder, program)))
    .find((path) => existsSync(path));
}

function byApt(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const isDone = succeeds(() => {
    execFileSync("apt-get", ["update", "-q"], { env, stdio: "ignore", timeout: 120_000 });
    execFileSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], { env, stdio: "ignore", timeout: 400_000 });
  });
  return isDone ? onPath() : undefined;
}

function byPlaywright(): string | undefined {
  const cli = join("node_modules", "playwright-core", "cli.js");
  const isDone = succeeds(() => execFileSync(process.execPath, [cli, "install", "chromium"], { stdio: "ignore", timeout: 60_000 }));
  return isDone ? downloaded() : undefined;
}

function succeeds(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
