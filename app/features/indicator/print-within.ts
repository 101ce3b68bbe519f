import type { PeriodKind } from "~/domain/periods";
import type { Translate } from "~/i18n/catalogue";

/** How much of the year one value of a flow is; null where a value and its target are of one day or of one stretch. */
export type Span = Exclude<PeriodKind, "year"> | null;

/** "за місяць" of a value, "за рік" of its target; null where the two do not differ. */
export function stretchOf(span: Span, of: "value" | "year", t: Translate): string | null {
  return span === null ? null : t(`common.stretch.${of === "year" ? "year" : span}`);
}

/** "18,6 тис. од. за місяць" beside "240,0 тис. од. за рік". */
export function printWithin(value: string, span: Span, of: "value" | "year", t: Translate): string {
  const stretch = stretchOf(span, of, t);
  return stretch === null ? value : `${value} ${stretch}`;
}
