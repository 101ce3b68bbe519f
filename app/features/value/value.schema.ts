/** What the entry form may hold, by the passport of its indicator; every message is a code of the catalogue. */
import { z } from "zod";
import type { Content, Missing } from "~/domain/facts";
import { messageCode } from "~/i18n/message-code";
import type { Language } from "~/i18n/language";
import { checkEntry, type EntryGround } from "./check-entry";
import { readTypedDate } from "./typed-date";
import { typedText } from "./typed-text";
import { readTypedValue, type Echo, type FieldProblem, type TypedContent } from "./typed-value";
import { EXPECTATIONS, hasTexts, OBSTACLES, type EnteredEvidence, type Reference, type ValueInput } from "./value-input";
import type { EntryCode, EntryFinding } from "./value-refused";

export interface EntryRules {
  ground: EntryGround;
  /** the page's language decides how a number is read, and nothing else */
  locale: Language;
  /** a reading that was shown for confirmation must come back confirmed */
  asksConfirmation: boolean;
}

/** A form that was read: the value, and what a page still shows of it before it is sent. */
export interface EnteredForm extends Omit<ValueInput, "obligationId" | "idemKey" | "unchangedSince" | "typed"> {
  echoes: Echo[];
  warnings: EntryFinding[];
  /** the person has seen the question about a fall and sends without an explanation */
  fallSeen: boolean;
}

const typedForm = z.object({
  base_no: z.string().regex(/^\d{0,6}$/).optional().default(""),
  late: z.string().optional().default(""),
  value: typedText(60),
  numerator: typedText(60),
  denominator: typedText(60),
  choice: typedText(10),
  reason_code: typedText(40),
  confirmed: z.union([z.string(), z.array(z.string())]).optional().default([]),
  fall_seen: z.string().optional().default(""),
  observed_on: typedText(20),
  narrative: typedText(4000),
  comment: typedText(2000),
  correction_reason: typedText(2000),
  obstacle: typedText(40),
  will_meet: typedText(40),
  evidence: typedText(500),
  declared: z.string().optional().default(""),
  access: typedText(20),
  reference_no: typedText(200),
  reference_on: typedText(20),
  reference_holder: typedText(300),
});

type Typed = z.output<typeof typedForm>;

/** Acts that look at no value: a draft, a step back, "no change". Everything typed is kept as it is. */
export const baseNoSchema = z.object({ base_no: z.string().regex(/^\d{0,6}$/).optional().default("") }).transform(({ base_no }) => ({ baseNo: numberOf(base_no) }));

const numberOf = (text: string): number | null => (text === "" ? null : Number(text));

/** Where a finding is said. */
const FIELD_OF: Partial<Record<EntryCode, string>> = {
  cumulative_fall: "correction_reason",
  correction_reason: "correction_reason",
  fall_against_previous: "comment",
  reason_needs_explanation: "comment",
  reason_not_for_entry: "reason_code",
  restricted_by_reference_only: "reference_no",
  reference_required: "reference_no",
  declaration_required: "declared",
  stage_out_of_range: "choice",
  scale_out_of_range: "choice",
  negative_part: "numerator",
  numerator_above_denominator: "numerator",
  denominator_zero: "denominator",
  negative_denominator: "denominator",
};

export const fieldOf = (code: EntryCode): string => FIELD_OF[code] ?? "value";
export const messageOf = (finding: EntryFinding): string => messageCode(`entry.finding.${finding.code}`, finding.params);

export function valueSchema(rules: EntryRules) {
  return typedForm.transform((typed, context): EnteredForm => {
    const say = ({ field, message }: FieldProblem) => context.addIssue({ code: "custom", path: [field], message, input: typed });
    const value = readContent(typed, rules);
    const observedOn = readTypedDate(typed.observed_on);
    const reference = readReference(typed);
    value.problems.forEach(say);
    if (observedOn === undefined) say({ field: "observed_on", message: "errors.date" });
    if (reference === undefined) say({ field: "reference_on", message: "errors.date" });
    const evidence = readEvidence(typed.evidence);
    if (evidence === undefined) say({ field: "evidence", message: "errors.link" });
    const form = {
      narrative: typed.narrative,
      comment: typed.comment,
      correctionReason: typed.correction_reason,
      evidence: evidence ?? null,
      reference: reference ?? null,
    };
    const findings = value.content === null ? [] : findingsOf(rules, typed, value.content, hasTexts(form));
    for (const finding of findings) if (finding.level !== "warning") say({ field: fieldOf(finding.code), message: messageOf(finding) });
    if (rules.asksConfirmation) unconfirmed(typed, value.echoes).forEach(say);
    if (value.content === null || context.issues.length > 0) return z.NEVER;
    return {
      ...form,
      baseNo: numberOf(typed.base_no),
      late: typed.late !== "",
      content: value.content,
      echoes: value.echoes,
      warnings: findings,
      fallSeen: typed.fall_seen !== "",
      observedOn: observedOn ?? null,
      obstacle: OBSTACLES.find((code) => code === typed.obstacle) ?? null,
      willMeet: EXPECTATIONS.find((code) => code === typed.will_meet) ?? null,
      declaredUnrestricted: typed.declared !== "",
      access: typed.access === "internal" ? "internal" : "public",
    };
  });
}

/** A restricted indicator has no boxes for a value: only where the document is kept. */
function readContent(typed: Typed, { ground, locale }: EntryRules): TypedContent {
  if (ground.access === "restricted") {
    const isFilled = [typed.value, typed.numerator, typed.denominator, typed.choice].some((box) => box !== "");
    const problems = isFilled ? [{ field: "reference_no", message: "entry.finding.restricted_by_reference_only" }] : [];
    return { content: { kind: "missing", reason: "restricted" }, echoes: [], problems };
  }
  return readTypedValue(typed, ground.indicator.valueType, locale);
}

function findingsOf({ ground }: EntryRules, typed: Typed, content: Content | Missing, texts: boolean): EntryFinding[] {
  return checkEntry(ground, {
    content,
    comment: typed.comment,
    correctionReason: typed.correction_reason,
    referenceNo: typed.reference_no,
    hasTexts: texts,
    declaredUnrestricted: typed.declared !== "",
  });
}

function unconfirmed(typed: Typed, echoes: readonly Echo[]): FieldProblem[] {
  const confirmed = [typed.confirmed].flat();
  return echoes
    .filter((echo) => !confirmed.includes(confirmationOf(echo)))
    .map((echo) => ({ field: echo.field, message: messageCode("entry.problem.confirm", { typed: echo.typed, readAs: echo.readAs }) }));
}

/** What the tick of the confirming page sends back: the very reading that was shown. */
export const confirmationOf = (echo: Echo): string => `${echo.field}=${echo.readAs}`;

function readEvidence(typed: string): EnteredEvidence | null | undefined {
  if (typed === "") return null;
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(typed)) return { kind: "document", title: typed };
  return /^https?:\/\//i.test(typed) && URL.canParse(typed) ? { kind: "link", url: typed } : undefined;
}

function readReference(typed: Typed): Reference | null | undefined {
  if (typed.reference_no === "") return null;
  const on = readTypedDate(typed.reference_on);
  if (on === undefined || on === null) return undefined;
  return { no: typed.reference_no, on, holder: typed.reference_holder };
}
