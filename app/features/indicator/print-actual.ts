/**
 * The value of a period in words, with what it stands on: "щонайменше 110 (2 із 3 органів)", "останнє відоме 5
 * (2021)" (rules 7–9). Never a bare number where something inside is missing.
 */
import type { IndicatorFact, LocalText } from "~/domain/facts";
import type { Actual } from "~/domain/reading";
import type { Words } from "~/i18n/words";
import { printContent } from "./print-content";

export interface PrintedActual {
  /** "74,5 %", "щонайменше 110"; null = no value at all */
  main: string | null;
  /** "298 із 400", "2 із 3 органів", "з-поміж поданих", in this order */
  beside: string[];
}

export function printActual(actual: Actual, indicator: IndicatorFact, unit: LocalText | null, words: Words): PrintedActual {
  const { t, print } = words;
  if (actual.content === null) return { main: null, beside: [] };
  const { main, parts } = printContent(actual.content, indicator, unit, words);
  const beside = [parts, partsKnown(actual, words)];
  switch (actual.label) {
    case "at_least":
      return { main: t("statuses.actual.at_least", { value: main }), beside: given(beside) };
    case "of_reported":
      return { main, beside: given([...beside, t("statuses.actual.of_reported")]) };
    case "last_known":
      // stands beside an empty place; it is not the period's value
      return { main: null, beside: [t("statuses.actual.last_known", { value: main, period: actual.periodKey === null ? "" : print.period(actual.periodKey) })] };
    case "carried_forward":
      return { main, beside: given([...beside, t("statuses.actual.carried_forward", { period: actual.periodKey === null ? "" : print.period(actual.periodKey) })]) };
    case "latest_of_period":
      return { main, beside: given([...beside, actual.periodKey === null ? null : t("indicator.latestOf", { period: print.period(actual.periodKey) })]) };
    case "full":
      return { main, beside: given([parts]) };
  }
}

/** In one line, for lists. */
export function actualInLine(printed: PrintedActual): string | null {
  if (printed.main === null) return printed.beside[0] ?? null;
  return printed.beside.length === 0 ? printed.main : `${printed.main} (${printed.beside.join("; ")})`;
}

function partsKnown({ partUnit, knownParts, ofParts }: Actual, { t, print }: Words): string | null {
  if (partUnit === null || knownParts >= ofParts) return null;
  return t(`indicator.ofParts.${partUnit}`, { of: print.of(knownParts, ofParts) });
}

const given = (texts: (string | null)[]) => texts.filter((text): text is string => text !== null);
