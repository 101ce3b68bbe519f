import { DomainError } from "~/domain/errors";
import type { VerdictProblem } from "~/domain/verdict-checks";

/** The verdict stands against the rules: everything in the order of the form. */
export class VerdictRefused extends DomainError {
  constructor(readonly problems: readonly VerdictProblem[]) {
    super("verdict_refused", { code: problems[0] ?? null });
  }
}
