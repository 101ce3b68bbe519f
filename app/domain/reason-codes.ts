/**
 * Reason codes: why there is no value, and what that does in roll-ups (glossary, table of reason codes; rule 6:
 * a blank or a reason code never becomes 0).
 */
import type { ReasonCode } from "./facts";

/** missing: asked for and not there; excluded: leaves the denominator; restricted: cut by the access ceiling. */
type ReasonEffect = "missing" | "excluded" | "restricted";

interface ReasonRule {
  effect: ReasonEffect;
  /** SDMX observation status */
  sdmx: "O" | "L" | "M" | "S" | "Q";
  /** what travels with the letter in an export */
  beside: "warning" | "note" | null;
}

export const REASON_RULES = {
  not_reported: { effect: "missing", sdmx: "O", beside: null },
  dash_unclear: { effect: "missing", sdmx: "O", beside: "warning" },
  no_data: { effect: "missing", sdmx: "O", beside: null },
  not_collected: { effect: "missing", sdmx: "L", beside: null },
  lost: { effect: "missing", sdmx: "O", beside: "note" },
  not_applicable: { effect: "excluded", sdmx: "M", beside: null },
  cannot_exist: { effect: "excluded", sdmx: "M", beside: null },
  suspended: { effect: "excluded", sdmx: "S", beside: null },
  restricted: { effect: "restricted", sdmx: "Q", beside: null },
} as const satisfies Record<ReasonCode, ReasonRule>;

export type ExcludingReason = "not_applicable" | "cannot_exist" | "suspended";

const effectOf = (reason: ReasonCode): ReasonEffect => REASON_RULES[reason].effect;

export const isExcluding = (reason: ReasonCode): reason is ExcludingReason => effectOf(reason) === "excluded";
