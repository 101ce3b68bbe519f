import type { AccessLevel, Content, IndicatorFact, Missing, PeriodKey } from "~/domain/facts";
import { checkValue } from "~/domain/submission-checks";
import { plainFinding, type EntryFinding } from "./value-refused";

/** What the checks of an entry compare with. */
export interface EntryGround {
  indicator: IndicatorFact;
  /** level of the indicator after inheritance */
  access: AccessLevel;
  previous: { periodKey: PeriodKey; content: Content } | null;
  replaces: { content: Content | Missing; verified: boolean } | null;
}

interface EntryToCheck {
  content: Content | Missing;
  comment: string;
  correctionReason: string;
  /** document number of what is kept elsewhere */
  referenceNo: string;
  hasTexts: boolean;
  declaredUnrestricted: boolean;
}

/**
 * Every finding about an entry: the domain's checks, and the two of restricted content. What is restricted is not held
 * here, only where it is: document, date, holder; and every text comes with the declaration that it holds no
 * official-use information.
 */
export function checkEntry(ground: EntryGround, entry: EntryToCheck): EntryFinding[] {
  const isRestricted = entry.content.kind === "missing" && entry.content.reason === "restricted";
  const findings: EntryFinding[] = [];
  if (ground.access === "restricted" && !isRestricted) {
    findings.push({ code: "restricted_by_reference_only", level: "refusal", params: {} });
  } else {
    const { indicator, previous, replaces } = ground;
    const checked = checkValue({ indicator, content: entry.content, previous, replaces, reason: entry.correctionReason, comment: entry.comment });
    findings.push(...checked.map(plainFinding));
  }
  if (isRestricted && entry.referenceNo.trim() === "") findings.push({ code: "reference_required", level: "demand", params: {} });
  if (entry.hasTexts && !entry.declaredUnrestricted) findings.push({ code: "declaration_required", level: "demand", params: {} });
  return findings;
}
