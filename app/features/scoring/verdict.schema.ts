/** What the form of a verdict may hold, by what is suggested; every message is a code of the catalogue. */
import { z } from "zod";
import type { CalendarDate, EvidenceGrade, MeasureStatus } from "~/domain/facts";
import { checkVerdict, OTHER_STATUSES, USUAL_STATUSES, type VerdictProblem } from "~/domain/verdict-checks";
import { EVIDENCE_GRADES } from "~/domain/verdict-readings";
import { readTypedDate } from "../value/typed-date";
import { typedText } from "../value/typed-text";
import { SOURCE_KINDS, SOURCE_LINES, type OwnSource, type VerdictInput } from "./verdict-input";

export interface VerdictRules {
  /** null = rule 16 suggests nothing */
  suggested: MeasureStatus | null;
  /** versions of the plan that an amendment made */
  amendmentIds: readonly string[];
}

/** A form that was read, without what the address says. */
export type EnteredVerdict = Omit<VerdictInput, "planCode" | "periodKey" | "code" | "idemKey">;

const source = { kind: typedText(20), name: typedText(500), on: typedText(20) };

const typedForm = z.object({
  executor: z.string().trim().min(1).max(60),
  seen: typedText(2000),
  suggested_seen: typedText(40),
  status: typedText(40),
  evidence_grade: typedText(40),
  text: typedText(4000),
  differs_reason: typedText(4000),
  legal_basis: typedText(500),
  from_on: typedText(20),
  to_on: typedText(20),
  amendment: typedText(60),
  declared: z.string().optional().default(""),
  source_kind_1: source.kind, source_1: source.name, source_on_1: source.on,
  source_kind_2: source.kind, source_2: source.name, source_on_2: source.on,
  source_kind_3: source.kind, source_3: source.name, source_on_3: source.on,
});

type Typed = z.output<typeof typedForm>;

/** Where a problem is said. */
const FIELD_OF: Record<VerdictProblem, keyof Typed> = {
  differs_reason_required: "differs_reason",
  legal_basis_required: "legal_basis",
  from_required: "from_on",
  dates_reversed: "to_on",
  amendment_required: "amendment",
  reason_required: "text",
  declaration_required: "declared",
};

export function verdictSchema({ suggested, amendmentIds }: VerdictRules) {
  return typedForm.transform((typed, context): EnteredVerdict => {
    const say = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message, input: typed });
    const status = [...USUAL_STATUSES, ...OTHER_STATUSES].find((code) => code === typed.status);
    const grade = EVIDENCE_GRADES.find((code) => code === typed.evidence_grade);
    if (status === undefined) say("status", "errors.requiredChoice");
    if (grade === undefined) say("evidence_grade", "errors.requiredChoice");
    const date = (field: "from_on" | "to_on"): CalendarDate | null => {
      const read = readTypedDate(typed[field]);
      if (read === undefined) say(field, "errors.date");
      return read ?? null;
    };
    const sources = readSources(typed, say);
    const entered = {
      executor: typed.executor, seen: typed.seen, suggestedSeen: typed.suggested_seen,
      text: typed.text, differsReason: typed.differs_reason, legalBasis: typed.legal_basis, from: date("from_on"), to: date("to_on"),
      amendmentId: amendmentIds.find((id) => id === typed.amendment) ?? null,
      declaredUnrestricted: typed.declared !== "",
      sources,
    };
    if (status !== undefined) {
      const content = { ...entered, status, grade: grade ?? ("none" satisfies EvidenceGrade), hasSources: sources.length > 0 };
      for (const problem of checkVerdict(content, suggested)) if (!isSaid(context.issues, FIELD_OF[problem])) say(FIELD_OF[problem], `scoring.problem.${problem}`);
    }
    if (status === undefined || grade === undefined || context.issues.length > 0) return z.NEVER;
    return { ...entered, status, grade };
  });
}

const isSaid = (issues: readonly { path?: PropertyKey[] }[], field: string) => issues.some(({ path }) => path?.[0] === field);

/** A line is a source once it has a name; a kind alone is a line not used. */
function readSources(typed: Typed, say: (field: string, message: string) => void): OwnSource[] {
  return SOURCE_LINES.flatMap((line): OwnSource[] => {
    const name = typed[`source_${line}`];
    const on = readTypedDate(typed[`source_on_${line}`]);
    const kind = SOURCE_KINDS.find((code) => code === typed[`source_kind_${line}`]) ?? (/^https?:\/\//i.test(name) ? "link" : "document");
    if (on === undefined) say(`source_on_${line}`, "errors.date");
    if (name === "") {
      if (typeof on === "string") say(`source_${line}`, "errors.required");
      return [];
    }
    if (kind !== "link") return [{ kind, title: name, on: on ?? null }];
    if (!/^https?:\/\//i.test(name) || !URL.canParse(name)) say(`source_${line}`, "errors.link");
    return [{ kind, url: name.replace(/^https?/i, (scheme) => scheme.toLowerCase()), on: on ?? null }];
  });
}

/** Making drafts final: which ones, as the page listed them. */
const ids = z.union([z.uuid(), z.array(z.uuid()).max(40)]);
/** Drafts, and those of them whose reply stood on the page. */
export const finaliseSchema = z.object({
  draft_id: ids.transform((given) => [given].flat()).pipe(z.array(z.uuid()).min(1)),
  reply_seen: ids.optional().transform((given) => (given === undefined ? [] : [given].flat())),
});
