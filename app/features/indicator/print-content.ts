/**
 * A value, baseline or target in words: rounded once, here at the edge (rule 12), at the indicator's precision.
 * A share of parts is inexact, so it has one decimal at least; its parts stand beside it (rule 7).
 */
import { HUNDRED, roundHalfAway, toDecimal, type Exact } from "~/domain/exact";
import type { Content, IndicatorFact, LocalText, PeriodKey, Qualifier, Target } from "~/domain/facts";
import { figureOf } from "~/domain/indicator-types/registry";
import type { Format } from "~/i18n/formatter";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";

export type PrintedIndicator = Pick<IndicatorFact, "valueType" | "precision" | "stages" | "scale">;

interface PrintedContent {
  /** "74,5 %", "80 команд", "етап 2 із 4" */
  main: string;
  /** "298 із 400", the name of the stage; null = nothing to add */
  parts: string | null;
}

export function printContent(content: Content, indicator: PrintedIndicator, unit: LocalText | null, words: Words): PrintedContent {
  const { t, print } = words;
  switch (content.kind) {
    case "stage":
      return printStage(content.no, indicator, words);
    case "yes_no":
      return { main: t(content.value ? "common.yes" : "common.no"), parts: null };
    case "scale":
      return { main: indicator.scale === null ? String(content.position) : print.of(content.position, indicator.scale.size), parts: null };
    case "parts": {
      const parts = print.of(plainNumber(content.numerator), plainNumber(content.denominator));
      const figure = figureOf(indicator, content);
      return figure === null ? { main: parts, parts: null } : { main: printFigure(figure, indicator, unit, words), parts };
    }
    default:
      return { main: printFigure(content.value, indicator, unit, words), parts: null };
  }
}

/** A figure in the indicator's unit: of stages, the share of their weights. */
export function printFigure(figure: Exact, indicator: PrintedIndicator, unit: LocalText | null, { print }: Words): string {
  if (indicator.valueType === "stages") return print.percent(roundHalfAway(figure.mul(HUNDRED), 1));
  return print.withUnit(roundedFigure(figure, indicator), unitWord(indicator, unit, print));
}

/** Without its unit, for formulas and axes. */
export function printBareFigure(figure: Exact, indicator: PrintedIndicator, { print }: Words): string {
  return print.number(indicator.valueType === "stages" ? roundHalfAway(figure.mul(HUNDRED), 1) : roundedFigure(figure, indicator));
}

/** Plain decimal at the indicator's precision. */
export const roundedFigure = (figure: Exact, indicator: PrintedIndicator): string => roundHalfAway(figure, digitsOf(figure, indicator));

/** "щонайменше 20", "40–60", the stage, the figure. */
export function printTarget(target: Target, indicator: PrintedIndicator, unit: LocalText | null, words: Words): string {
  if (target.range !== null) {
    const { low, high } = target.range;
    const range = words.print.range(roundedFigure(low, indicator), roundedFigure(high, indicator));
    const word = unitWord(indicator, unit, words.print);
    return word === null ? range : `${range}\u00a0${word}`;
  }
  if (target.content === null) return "";
  const { main, parts } = printContent(target.content, indicator, unit, words);
  const whole = target.content.kind === "stage" && parts !== null ? `${main}: ${parts}` : main;
  return withQualifier(whole, target.qualifier, words);
}

export function withQualifier(printed: string, qualifier: Qualifier | null, { t }: Words): string {
  return qualifier === "at_least" || qualifier === "at_most" ? `${t(`statuses.qualifier.${qualifier}`)}\u00a0${printed}` : printed;
}

/** The same as columns of a file: exact where the value is a decimal, no words (case C11). */
export function plainContent(content: Content, indicator: PrintedIndicator): { value: string | null; numerator: string | null; denominator: string | null } {
  const nothing = { numerator: null, denominator: null };
  switch (content.kind) {
    case "stage":
      return { value: String(content.no), ...nothing };
    case "scale":
      return { value: String(content.position), ...nothing };
    case "yes_no":
      return { value: content.value ? "1" : "0", ...nothing };
    case "parts": {
      const figure = figureOf(indicator, content);
      const value = figure === null ? null : (toDecimal(figure) ?? roundedFigure(figure, indicator));
      return { value, numerator: plainNumber(content.numerator), denominator: plainNumber(content.denominator) };
    }
    default:
      return { value: plainNumber(content.value), ...nothing };
  }
}

/** An entered number, which always is a decimal; a computed one is rounded far behind anything shown. */
export const plainNumber = (value: Exact): string => toDecimal(value) ?? roundHalfAway(value, 10);

/** "2026" inside a sentence, where "2026 рік" would not read; other periods by their whole name. */
export const shortPeriod = (key: PeriodKey, print: Format): string => (/^\d{4}$/.test(key) ? key : print.period(key));

/** English has no word for a bare count: "500", not "500 count". */
const isBareCount = (word: string, { language }: Format) => language === "en" && word === "count";

/** "%", "од."; null where the passport names none. A percentage needs no unit to be one. */
export function unitWord(indicator: Pick<IndicatorFact, "valueType">, unit: LocalText | null, print: Format): string | null {
  if (indicator.valueType === "percentage") return "%";
  const word = unit === null ? "" : chooseText(unit, print.language).text;
  return word === "" || isBareCount(word, print) ? null : word;
}

/** A text that is there in the other language only says so. */
function markedText(text: LocalText, { t, print }: Words): string {
  const chosen = chooseText(text, print.language);
  return chosen.text === "" || chosen.language === print.language ? chosen.text : `${chosen.text} (${t(`common.otherLanguage.${chosen.language}`)})`;
}

function printStage(no: number, { stages }: PrintedIndicator, words: Words): PrintedContent {
  const { t, print } = words;
  const stage = stages.find((each) => each.no === no);
  const label = stage === undefined ? null : markedText(stage.label, words) || stage.code;
  return { main: t("indicator.stageOf", { of: print.of(no, stages.length) }), parts: no === 0 ? t("indicator.noStage") : label };
}

/** Percentages and ratios of parts seldom are round; a whole one stays whole where the passport asks for no decimals. */
function digitsOf(figure: Exact, { valueType, precision }: PrintedIndicator): number {
  const isRound = figure.d === 1n;
  if (valueType === "percentage" && !isRound) return Math.max(precision, 1);
  if (valueType === "ratio" && !isRound) return Math.max(precision, 2);
  return precision;
}
