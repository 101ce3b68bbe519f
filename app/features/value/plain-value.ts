/**
 * A value as it travels to a page or into a file: plain decimals and codes, nothing rounded away. Rule 6: a zero is
 * a value and a reason code is not; neither ever becomes the other.
 */
import { exact, roundHalfAway, toDecimal, type Exact } from "~/domain/exact";
import type { Content, IndicatorFact, LocalText, Missing, ReasonCode } from "~/domain/facts";
import { contentOf } from "~db/queries/plan-facts";

export type PlainValue =
  | { kind: "number" | "share"; value: string; rounded: string }
  /** `percent`: the quotient in per cent or as a plain ratio, rounded for display; null = not computable (rule 7) */
  | { kind: "parts"; numerator: string; denominator: string; quotient: string | null }
  | { kind: "stage"; no: number; of: number; label: LocalText | null }
  | { kind: "scale"; position: number; of: number }
  | { kind: "yes_no"; value: boolean }
  | { kind: "missing"; reason: ReasonCode };

/** How values of an indicator are printed. */
export interface ValueStyle {
  valueType: IndicatorFact["valueType"];
  precision: number;
  /** null = no unit, or one that the value says itself (stage, yes or no) */
  unit: LocalText | null;
}

/** The columns of a version that hold its content. */
export interface ContentColumns {
  kind: string | null;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  stage_no: number | null;
  scale_position: number | null;
  yes_no: boolean | null;
  reason_code: string | null;
}

/** Null for the row of an outer join that found nothing. */
export function contentOfRow(row: ContentColumns): Content | Missing | null {
  if (row.kind === null) return null;
  return contentOf({
    kind: row.kind as Content["kind"] | "missing",
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    stageNo: row.stage_no,
    scalePosition: row.scale_position,
    yesNo: row.yes_no,
    reason: row.reason_code as ReasonCode | null,
  });
}

/** The columns to store a value in; exactly one kind of content is filled. */
export function columnsOf(content: Content | Missing) {
  return {
    kind: content.kind,
    value: content.kind === "number" || content.kind === "share" ? decimal(content.value) : null,
    numerator: content.kind === "parts" ? decimal(content.numerator) : null,
    denominator: content.kind === "parts" ? decimal(content.denominator) : null,
    stage_no: content.kind === "stage" ? content.no : null,
    scale_position: content.kind === "scale" ? content.position : null,
    yes_no: content.kind === "yes_no" ? content.value : null,
    reason_code: content.kind === "missing" ? content.reason : null,
  };
}

export function toPlain(content: Content | Missing, indicator: Pick<IndicatorFact, "valueType" | "precision" | "stages" | "scale">): PlainValue {
  switch (content.kind) {
    case "number":
    case "share":
      return { kind: content.kind, value: padded(decimal(content.value), indicator.precision), rounded: roundHalfAway(content.value, indicator.precision) };
    case "parts":
      return { kind: "parts", numerator: decimal(content.numerator), denominator: decimal(content.denominator), quotient: quotient(content, indicator) };
    case "stage":
      return {
        kind: "stage",
        no: content.no,
        of: Math.max(0, ...indicator.stages.map((stage) => stage.no)),
        label: indicator.stages.find((stage) => stage.no === content.no)?.label ?? null,
      };
    case "scale":
      return { kind: "scale", position: content.position, of: indicator.scale?.size ?? 0 };
    case "yes_no":
      return { kind: "yes_no", value: content.value };
    case "missing":
      return { kind: "missing", reason: content.reason };
  }
}

const ONE_DIGIT = 1;
const HUNDREDFOLD = exact(100);

/** Percentages to at least one decimal (rule 12); a ratio as it is, to at least two. */
function quotient(parts: { numerator: Exact; denominator: Exact }, indicator: Pick<IndicatorFact, "valueType" | "precision">): string | null {
  if (parts.denominator.equals(exact(0))) return null;
  const ratio = parts.numerator.div(parts.denominator);
  return indicator.valueType === "ratio"
    ? roundHalfAway(ratio, Math.max(2, indicator.precision))
    : roundHalfAway(ratio.mul(HUNDREDFOLD), Math.max(ONE_DIGIT, indicator.precision));
}

/** An entered value is a decimal always; a computed fraction never comes here. */
export function decimal(value: Exact): string {
  const text = toDecimal(value);
  if (text === null) throw new RangeError("not a decimal value");
  return text;
}

/** "6" at precision 1 = "6.0"; more digits stay. */
function padded(text: string, precision: number): string {
  const [whole = "", part = ""] = text.split(".");
  return precision === 0 && part === "" ? whole : `${whole}.${part.padEnd(precision, "0")}`;
}
