import type { Cli, ExitCode } from "~/cli/cli";
import { runCli } from "~/cli/run-cli";
import { VERBS } from "~/cli/verbs";
import { readEnv } from "~/env.server";
import type { OpenDatabase } from "~db/client.server";

export interface Answer {
  code: ExitCode;
  out: string;
  err: string;
  /** standard output read as JSON */
  json<T>(): T;
}

export interface CommandLine {
  run(...args: string[]): Promise<Answer>;
  /** lines that the next run reads from standard input */
  type(...lines: string[]): void;
}

/** A command line that finds an open database wherever it looks; only folders and locks are not there. */
export function aCommandLine(database: () => OpenDatabase, settings: { now?: string; env?: Record<string, string> } = {}): CommandLine {
  const env = readEnv({ DATABASE_URL: "postgres://not-asked/", ...settings.env });
  let typed: string[] = [];
  return {
    type: (...lines) => void (typed = lines),
    async run(...args) {
      const out: string[] = [];
      const err: string[] = [];
      const cli: Cli = {
        env,
        out: (line) => void out.push(line),
        err: (line) => void err.push(line),
        readSecret: async () => typed.shift() ?? "",
        now: () => settings.now ?? "2026-11-25T08:00:00.000Z",
        open: async () => ({ ...database(), close: async () => {} }),
      };
      const code = await runCli(args, VERBS, cli);
      return { code, out: out.join("\n"), err: err.join("\n"), json: () => JSON.parse(out.join("\n")) };
    },
  };
}
