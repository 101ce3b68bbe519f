import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { childEnv } from "~/env.server";

export interface ServerProcess {
  url: string;
  /** from its start to its ready line */
  readyMs: number;
  /** memory of the process in MB: now, and the most it ever had; null where the system does not tell */
  memory(): { now: number; peak: number } | null;
  stop(): Promise<void>;
}

const PATIENCE_MS = 120_000;

/**
 * Starts a server as a process of its own and waits for "Ready at ADDRESS". What it says goes to a file, as it would in
 * production: this process has load to make and must not read along.
 */
export async function startProcess(args: string[], env: Record<string, string>): Promise<ServerProcess> {
  const folder = mkdtempSync(join(tmpdir(), "ibm-bench-"));
  const said = join(folder, "out");
  const out = openSync(said, "w");
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, { env: { ...childEnv(), ...env }, stdio: ["ignore", out, out] });
  closeSync(out);
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  process.once("exit", () => void child.kill()); // no server outlives a bench that was cut off
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (;;) {
    const url = /Ready at (http:\/\/[\w.:[\]]+)/.exec(readFileSync(said, "utf8"))?.[1];
    if (url) return { url, readyMs: performance.now() - startedAt, memory: () => memoryOf(child.pid ?? 0), stop };
    if (child.exitCode !== null || performance.now() - startedAt > PATIENCE_MS) {
      const words = readFileSync(said, "utf8");
      await stop();
      throw new Error(`a server of the bench did not start; it said:\n${words}`);
    }
    await wait(5);
  }
}

function memoryOf(pid: number): { now: number; peak: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const megabytes = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024);
    return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
  } catch {
    return null;
  }
}
