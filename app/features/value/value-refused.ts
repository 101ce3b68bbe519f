import { DomainError } from "~/domain/errors";
import { roundHalfAway, toDecimal } from "~/domain/exact";
import type { CheckCode, Finding } from "~/domain/submission-checks";

/** Refusals that only the form can show, beside those of the domain's checks. */
export type EntryCode =
  | CheckCode
  | "restricted_by_reference_only"
  | "reference_required"
  | "declaration_required"
  | "return_reason_required";

export interface EntryFinding {
  code: EntryCode;
  level: Finding["level"];
  /** plain decimals and period keys, for the sentence */
  params: Record<string, string>;
}

/** The value stands against the rules: every refusal and demand that is left, in the order of the form. */
export class ValueRefused extends DomainError {
  constructor(readonly findings: readonly EntryFinding[]) {
    super("value_refused", { code: findings[0]?.code ?? null });
  }
}

/** a quotient of parts seldom is a decimal; two digits tell 37.97 from 38.57 */
const ENOUGH_DIGITS = 2;

export function plainFinding(finding: Finding): EntryFinding {
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(finding.params)) {
    if (value === undefined) continue;
    params[name] = typeof value === "object" ? (toDecimal(value) ?? roundHalfAway(value, ENOUGH_DIGITS)) : String(value);
  }
  return { code: finding.code, level: finding.level, params };
}
