/** How a value was put together: its division, the sum of its parts, who is missing (rules 7 and 8). Pure. */
import type { Id, IndicatorFact, LocalText } from "~/domain/facts";
import type { Part } from "~/domain/parts";
import type { Actual } from "~/domain/reading";
import { abbreviation } from "~/features/plan/print-measure";
import type { AgencyLabel } from "~db/queries/plan-facts";
import { actualInLine, printActual } from "./print-actual";
import { plainNumber, printContent, printFigure } from "./print-content";
import { figureOf } from "~/domain/indicator-types/registry";
import type { Words } from "~/i18n/words";
import type { FormulaView } from "./progress-formula";
import { reasonWord, whyMissing, type WhyMissing } from "./why-missing";

interface ValueFormulaInput {
  indicator: IndicatorFact;
  unit: LocalText | null;
  actual: Actual;
  parts: readonly Part[];
  agencies: ReadonlyMap<Id, AgencyLabel>;
  /** "30.06.2026" */
  when: string;
}

const EQUALS = "\u00a0=";

/** Null where there is nothing to explain: one number, given as it is, nothing missing. */
export function valueFormula(input: ValueFormulaInput, words: Words): FormulaView | null {
  const { indicator, unit, actual, parts } = input;
  const { t } = words;
  const known = parts.filter((part) => part.state === "known");
  const equation = equationOf(input, words);
  const missing = actual.missing.map((part) => partLine(part, whyMissing(part, !actual.verified), input, words));
  const excluded = actual.excludedParts.map((part) => partLine(part, part.reason, input, words));
  if (equation === null && missing.length === 0 && excluded.length === 0 && known.length < 2) return null;
  const items = [
    { label: t("indicator.valueParts"), value: known.length < 2 ? "" : known.map((part) => knownLine(part, input, words)).join(" · ") },
    { label: t("formula.missing"), value: missing.join(" · ") },
    { label: t("formula.excluded"), value: excluded.join(" · ") },
    { label: t("indicator.valueOf"), value: indicator.aggregation === null ? "" : t(`statuses.aggregation.${indicator.aggregation}`) },
    { label: t("formula.rounding"), value: equation === null ? "" : t("formula.roundedOnce") },
  ];
  return {
    about: input.when,
    equation,
    result: actualInLine({ ...printActual(actual, indicator, unit, words), ...(equation === null ? {} : { beside: [] }) }),
    items: items.filter(({ value }) => value !== ""),
  };
}

function equationOf({ indicator, actual, parts }: ValueFormulaInput, words: Words): string | null {
  const { content } = actual;
  if (content?.kind === "parts") {
    const [over, under] = [plainNumber(content.numerator), plainNumber(content.denominator)].map(words.print.number);
    return `${over} ÷ ${under}${EQUALS}`;
  }
  const known = parts.flatMap((part) => (part.state === "known" ? figureOf(indicator, part.content) ?? [] : []));
  const isSum = indicator.aggregation === "flow" && content?.kind === "number" && known.length > 1;
  // averages, maxima and latest values are told by their parts, not by a division
  return isSum ? `${known.map((figure) => printFigure(figure, indicator, null, words)).join(" + ")}${EQUALS}` : null;
}

function knownLine(part: Extract<Part, { state: "known" }>, input: ValueFormulaInput, words: Words): string {
  const { main, parts } = printContent(part.content, input.indicator, input.unit, words);
  return `${placeOf(part, input, words)}: ${parts === null ? main : `${main} (${parts})`}`;
}

function partLine(part: Actual["missing"][number], why: WhyMissing, input: ValueFormulaInput, words: Words): string {
  return words.t("indicator.missingPart", { agency: abbreviation(input.agencies, part.agencyId, words), period: words.print.period(part.periodKey), reason: reasonWord(why, words.t) });
}

const placeOf = (part: Pick<Part, "agencyId" | "periodKey">, { agencies }: ValueFormulaInput, words: Words) =>
  `${abbreviation(agencies, part.agencyId, words)}, ${words.print.period(part.periodKey)}`;
