import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

export interface Child {
  pid: number;
  /** resolves with the first line (of stdout or stderr) that fits; rejects when the process ends before */
  line(fits: (line: string) => boolean): Promise<string>;
  readonly lines: readonly string[];
  /** sends the signal and waits for the end: exit code, or null when the signal ended it */
  end(signal?: NodeJS.Signals): Promise<number | null>;
  exit: Promise<number | null>;
}

/** Starts a file of the sources or of the build as a real process with its own environment. */
export function startChild(script: string, args: string[] = [], env: Record<string, string | undefined> = {}): Child {
  const translate = script.endsWith(".ts") ? ["--import", "tsx"] : [];
  const child = spawn(process.execPath, [...translate, script, ...args], {
    env: { ...process.env, NODE_ENV: "production", DATABASE_URL: undefined, ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.end();
  const lines: string[] = [];
  const waiting = new Set<(line: string) => void>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line);
      for (const hear of waiting) hear(line);
    });
  }
  const exit = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  return { pid: child.pid!, lines, exit, line: (fits) => nextLine(child, lines, waiting, exit, fits), end: (signal = "SIGTERM") => end(child, exit, signal) };
}

function nextLine(
  child: ChildProcess,
  lines: readonly string[],
  waiting: Set<(line: string) => void>,
  exit: Promise<number | null>,
  fits: (line: string) => boolean,
): Promise<string> {
  const seen = lines.find(fits);
  if (seen !== undefined) return Promise.resolve(seen);
  return new Promise((resolve, reject) => {
    const hear = (line: string) => {
      if (!fits(line)) return;
      waiting.delete(hear);
      resolve(line);
    };
    waiting.add(hear);
    void exit.then((code) => reject(new Error(`process ${child.pid} ended with ${code}; it said:\n${lines.join("\n")}`)));
  });
}

function end(child: ChildProcess, exit: Promise<number | null>, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  return exit;
}
