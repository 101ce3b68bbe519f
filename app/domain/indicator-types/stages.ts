/**
 * Milestone stages (rule 4). S = weights of completed stages over all stages' weights, equal unless given; the report
 * names the last completed stage by number, so all before it are complete; 0 = none. Of several bodies the lowest
 * stage counts. Edge cases: some weights given and some not, a weight below 0, weights summing to 0, no stages → S is
 * not computable, while "stage reached" still is: it compares numbers.
 */
import { ONE, ZERO, exact, isLess, ratio, sum, type Exact } from "../exact";
import type { Content } from "../facts";
import type { IndicatorType, TypePassport } from "./indicator-type";

function weightsOf({ stages }: TypePassport): Exact[] | null {
  if (stages.every(({ weight }) => weight === null)) return stages.map(() => ONE);
  const weights = stages.flatMap(({ weight }) => weight ?? []);
  return weights.length < stages.length || weights.some((weight) => isLess(weight, ZERO)) ? null : weights;
}

export const stagesType: IndicatorType = {
  contentKinds: ["stage"],
  isAdditiveNumber: false,
  figureOf(content, passport) {
    const weights = weightsOf(passport);
    if (content.kind !== "stage" || weights === null) return null;
    const completed = passport.stages.map(({ no }, index) => (no <= content.no ? (weights[index] ?? ZERO) : ZERO));
    return ratio(sum(completed), sum(weights));
  },
  rankOf: (content) => (content.kind === "stage" ? exact(content.no) : null),
  overTime: (aggregation) => (aggregation === "maximum" ? "largest" : "latest"),
  overBodies: () => "add",
  combine(contents, how) {
    const numbers = contents.flatMap((content: Content) => (content.kind === "stage" ? content.no : []));
    if (numbers.length === 0) return null;
    return { kind: "stage", no: how === "largest" ? Math.max(...numbers) : Math.min(...numbers) };
  },
  knownPartsSay: () => "at_most",
  impliedBaseline: () => ({ kind: "stage", no: 0 }),
};
