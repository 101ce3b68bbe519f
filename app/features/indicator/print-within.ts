import type { PeriodKind } from "~/domain/periods";
import type { Translate } from "~/i18n/catalogue";

/** How much of the year one value of a flow is; null where a value and its target are of one day or of one stretch. */
export type Span = Exclude<PeriodKind, "year"> | null;

/** "18,6 тис. од. за місяць" beside "240,0 тис. од. за рік": only where the two differ. */
export function printWithin(value: string, span: Span, of: "value" | "year", t: Translate): string {
  if (span === null) return value;
  return t(`common.within.${of === "year" ? "year" : span}`, { value });
}
