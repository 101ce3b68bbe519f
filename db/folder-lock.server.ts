import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, resolve } from "node:path";

/**
 * Two processes on one embedded folder silently lose each other's rows, so a folder is opened only under a lock file
 * beside it. The file names its holder; a holder that no longer runs (kill −9, power loss) gives way.
 */
interface Holder {
  pid: number;
  /** when the process itself started, where the system tells: a reused pid is another process */
  started: string | null;
  host: string;
  what: string;
  since: string;
}

interface FolderLock {
  release(): void;
}

/** The folder is in use; `message` is the plain sentence to print. */
export class FolderInUse extends Error {
  constructor(
    readonly folder: string,
    readonly holder: Holder,
    lockFile: string,
  ) {
    const where = holder.host === hostname() ? "" : ` on ${holder.host}`;
    super(
      `The embedded database in ${folder} is in use by process ${holder.pid}${where} (${holder.what}, since ${holder.since}). ` +
        (where
          ? `If that machine is gone, delete ${lockFile} and try again.`
          : "Stop that process first, or choose another folder with DATA_DIR."),
    );
    this.name = "FolderInUse";
  }
}

const held = new Set<string>();

/** Takes the lock or throws FolderInUse. `what` names the command for whoever is refused later. */
export function lockFolder(folder: string, what: string): FolderLock {
  const lockFile = `${resolve(folder)}.lock`;
  mkdirSync(dirname(lockFile), { recursive: true });
  const own: Holder = {
    pid: process.pid,
    started: processStart(process.pid),
    host: hostname(),
    what,
    since: new Date().toISOString(),
  };
  const candidate = `${lockFile}.${process.pid}`;
  writeFileSync(candidate, JSON.stringify(own), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 50; attempt += 1) {
      // link() either makes the complete file or fails because one exists: nobody ever reads half a lock
      if (succeeds("EEXIST", () => linkSync(candidate, lockFile))) {
        held.add(lockFile);
        return { release: () => release(lockFile) };
      }
      const holder = readHolder(lockFile);
      if (holder && isAlive(holder, lockFile)) throw new FolderInUse(folder, holder, lockFile);
      setAside(lockFile);
    }
    throw new Error(`The lock file ${lockFile} keeps coming back; another process is starting on this folder.`);
  } finally {
    rmSync(candidate, { force: true });
  }
}

function release(lockFile: string): void {
  if (held.delete(lockFile)) rmSync(lockFile, { force: true });
}

/**
 * Removes a dead holder's file. Two processes may find it dead together: the loser could set aside the winner's fresh
 * lock, so what was moved is looked at again and put back when its holder lives.
 */
function setAside(lockFile: string): void {
  const aside = `${lockFile}.stale.${process.pid}`;
  if (!succeeds("ENOENT", () => renameSync(lockFile, aside))) return;
  const moved = readHolder(aside);
  if (moved && isAlive(moved, lockFile)) succeeds("EEXIST", () => linkSync(aside, lockFile));
  rmSync(aside, { force: true });
}

function readHolder(file: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(file, "utf8")) as Partial<Holder>;
    return typeof holder.pid === "number" && typeof holder.host === "string" ? (holder as Holder) : null;
  } catch {
    return null;
  }
}

function isAlive(holder: Holder, lockFile: string): boolean {
  if (holder.host !== hostname()) return true;
  // a restarted container has the same pid as the process it replaced
  if (holder.pid === process.pid) return held.has(lockFile);
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return holder.started === null || holder.started === processStart(holder.pid);
}

/** Start time in clock ticks since boot where /proc tells it, else null. A zombie is dead. */
function processStart(pid: number): string | null {
  try {
    statSync("/proc/self");
  } catch {
    return null;
  }
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ");
    return afterName[0] === "Z" ? "zombie" : (afterName[19] ?? null);
  } catch {
    return "gone";
  }
}

function succeeds(expected: string, act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === expected) return false;
    throw error;
  }
}
