import type { Env } from "~/env.server";
import type { OpenDatabase } from "~db/client.server";

/** What a verb is given: the environment, its console and the clock; tests give their own. */
export interface Cli {
  env: Env;
  /** the answer, to standard output */
  out(line: string): void;
  /** what went wrong or goes on, to standard error */
  err(line: string): void;
  /** asks without echo on a terminal, else reads the next line of standard input */
  readSecret(prompt: string): Promise<string>;
  now(): string;
  open: OpenPlace;
}

export type Place = { url: string } | { dataDir: string };
/** Opens where the data lives; `what` is what a second opener of a folder is told. */
export type OpenPlace = (place: Place, what: string, mayCreate: boolean) => Promise<OpenDatabase>;

export interface Verb {
  name: string;
  /** options as printed after the name */
  usage: string;
  summary: string;
  run(args: string[], cli: Cli): Promise<ExitCode>;
}

/** The three answers of every verb. */
export const DONE = 0 as const;
export const REFUSED = 1 as const;
export const MISUSED = 2 as const;
export type ExitCode = typeof DONE | typeof REFUSED | typeof MISUSED;

/** Options that do not make sense; the usage is printed beside the sentence. Exit code 2. */
export class Misuse extends Error {}

/** The verb understood and will not or cannot do it; `message` is the plain sentence. Exit code 1. */
export class Refusal extends Error {}
