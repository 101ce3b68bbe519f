/** A value between its stored columns and the domain. Rule 6: a zero is a value and a reason code is not. */
import { toDecimal, type Exact } from "~/domain/exact";
import type { Content, Missing, ReasonCode } from "~/domain/facts";
import { contentOf } from "~db/queries/plan-facts";

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

/** Plain decimal of an entered value, which always is one; a computed fraction never comes here. */
export function decimal(value: Exact): string {
  const text = toDecimal(value);
  if (text === null) throw new RangeError("not a decimal value");
  return text;
}
