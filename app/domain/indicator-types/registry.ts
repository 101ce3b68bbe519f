/** The closed list of value types: a new one is a file, a line here, and what the compiler then asks for. */
import type { Exact } from "../exact";
import type { Content, IndicatorFact, ValueType } from "../facts";
import type { IndicatorType } from "./indicator-type";
import { numberType } from "./number";
import { percentageType } from "./percentage";
import { ratioType } from "./ratio";
import { scaleType } from "./scale";
import { stagesType } from "./stages";
import { yesNoType } from "./yes-no";

const INDICATOR_TYPES = {
  number: numberType,
  percentage: percentageType,
  ratio: ratioType,
  yes_no: yesNoType,
  stages: stagesType,
  scale: scaleType,
} satisfies Record<ValueType, IndicatorType>;

export const typeOf = (indicator: Pick<IndicatorFact, "valueType">): IndicatorType => INDICATOR_TYPES[indicator.valueType];

/** The comparable figure of a content of this indicator, in its unit; null = not computable (or no content). */
export const figureOf = (indicator: Pick<IndicatorFact, "valueType" | "stages" | "scale">, content: Content | null): Exact | null =>
  content === null ? null : typeOf(indicator).figureOf(content, indicator);

/** What "reached" compares: stage numbers for stages, else the figure. */
export const rankOf = (indicator: Pick<IndicatorFact, "valueType" | "stages" | "scale">, content: Content | null): Exact | null =>
  content === null ? null : typeOf(indicator).rankOf(content, indicator);
