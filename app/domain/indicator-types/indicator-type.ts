/**
 * What a value type must answer so that every rule can be written once for all of them: how a content is read as a
 * comparable figure (rules 1, 4), how several contents become one (rules 7, 8). Checks of what is entered:
 * submission-checks.ts.
 */
import type { Exact } from "../exact";
import type { Aggregation, Content, IndicatorFact } from "../facts";

/** The passport as far as a type reads it. */
export type TypePassport = Pick<IndicatorFact, "stages" | "scale">;

/** add: sum, or ratio of sums; mean; largest. */
type Combining = "add" | "mean" | "largest";

/** How the sub-periods of one period become its value; latest: no combining. */
export type OverTime = Combining | "latest";

export interface IndicatorType {
  /** kinds of content a value may have, the preferred one first */
  contentKinds: readonly Content["kind"][];
  /** rule 3: attainment without a baseline makes sense only for these */
  isAdditiveNumber: boolean;
  /**
   * The figure that is compared with baseline and target, in the indicator's unit (percentages in per cent, stages as
   * the share of their weights). Null = not computable: denominator 0, a scale that is not ordinal, another kind.
   */
  figureOf(content: Content, passport: TypePassport): Exact | null;
  /** Stage numbers and the like, where reaching a target is not a matter of figures; else the figure itself. */
  rankOf(content: Content, passport: TypePassport): Exact | null;
  overTime(aggregation: Aggregation | null): OverTime;
  overBodies(aggregation: Aggregation | null): Combining;
  /** One content of several; null = they are never combined (rule 7: percentages without parts). Not for empty lists. */
  combine(contents: readonly Content[], how: Combining): Content | null;
  /**
   * What the known ones of several bodies say about all of them: at_least: the whole is not less; at_most: it is not
   * more (a stage reached by all); unknown (rule 8).
   */
  knownPartsSay(aggregation: Aggregation | null): "at_least" | "at_most" | "unknown";
  /** The baseline that goes without saying (rule 4: no baseline = no stage), else null. */
  impliedBaseline(target: Content | null): Content | null;
}
