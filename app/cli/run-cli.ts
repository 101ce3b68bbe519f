import { DomainError } from "~/domain/errors";
import { WrongInstallation } from "~/features/installation/claim-installation.server";
import { messageCode, messageText } from "~/i18n/message-code";
import { translator } from "~/i18n/translate";
import { FolderInUse } from "~db/folder-lock.server";
import { type Cli, DONE, type ExitCode, Misuse, MISUSED, Refusal, REFUSED, type Verb } from "./cli";

/** Runs one verb and answers with its exit code: 0 done, 1 refused or found wanting, 2 not understood. */
export async function runCli(args: string[], verbs: readonly Verb[], cli: Cli): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help") {
    cli.out(overview(verbs));
    return name === undefined ? MISUSED : DONE;
  }
  const verb = verbs.find((candidate) => candidate.name === name);
  if (!verb) {
    cli.err(`There is no verb "${name}".\n\n${overview(verbs)}`);
    return MISUSED;
  }
  try {
    return await verb.run(rest, cli);
  } catch (error) {
    return explain(error, verb, rest.includes("--json"), cli);
  }
}

function explain(error: unknown, verb: Verb, json: boolean, cli: Cli): ExitCode {
  if (error instanceof Misuse) {
    cli.err(`${error.message}\nUsage: npm run cli -- ${verb.name} ${verb.usage}`);
    return MISUSED;
  }
  const sentence = plainSentence(error);
  if (sentence === null) throw error;
  if (json) cli.out(JSON.stringify({ error: sentence }));
  cli.err(sentence);
  return REFUSED;
}

/** What is expected to go wrong has a sentence; anything else is a fault and keeps its trace. */
function plainSentence(error: unknown): string | null {
  if (error instanceof Refusal || error instanceof FolderInUse || error instanceof WrongInstallation) return error.message;
  if (error instanceof DomainError) return domainSentence(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ECONNREFUSED" || code === "ENOTFOUND") return "The database of DATABASE_URL does not answer.";
  if (code === "EADDRINUSE") return "The address is in use by another program; choose another PORT.";
  if (code === "28P01" || code === "28000" || code === "3D000") return `The database refused the connection: ${(error as Error).message}.`;
  return null;
}

function domainSentence(error: DomainError): string {
  const values = Object.entries(error.params).filter((entry): entry is [string, string | number] => entry[1] !== null);
  return messageText(translator("en"), messageCode(`errors.reason.${error.code}`, Object.fromEntries(values)));
}

function overview(verbs: readonly Verb[]): string {
  const wide = Math.max(...verbs.map((verb) => verb.name.length));
  return [
    "Usage: npm run cli -- VERB [options] [--json]",
    "",
    ...verbs.map((verb) => `  ${verb.name.padEnd(wide)}  ${verb.summary}\n  ${" ".repeat(wide)}  ${verb.usage}`.trimEnd()),
    "",
    "Exit codes: 0 done, 1 refused or something is wrong, 2 not understood.",
    "The database is DATABASE_URL, else the folder DATA_DIR, else ./.data/demo.",
  ].join("\n");
}
