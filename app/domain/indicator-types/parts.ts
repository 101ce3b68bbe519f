/**
 * What percentages and ratios share: numerator and denominator (rule 7). Any aggregate over bodies is the ratio of
 * sums; a value without parts is never combined; denominator 0 is not computable.
 */
import { exact, larger, ratio, sum, type Exact } from "../exact";
import type { Content } from "../facts";
import type { IndicatorType } from "./indicator-type";
import { OVER_TIME } from "./number";

/** `whole`: what a numerator equal to its denominator reads as: 100 for per cent, 1 for a ratio. */
export function typeOfParts(whole: Exact): IndicatorType {
  function figureOf(content: Content): Exact | null {
    if (content.kind === "share") return content.value;
    if (content.kind !== "parts") return null;
    return ratio(content.numerator.mul(whole), content.denominator);
  }
  return {
    contentKinds: ["parts", "share"],
    isAdditiveNumber: false,
    figureOf,
    rankOf: figureOf,
    overTime: (aggregation) => (aggregation === null ? "latest" : OVER_TIME[aggregation]),
    overBodies: () => "add",
    combine(contents, how) {
      const [only] = contents;
      if (only !== undefined && contents.length === 1) return only;
      const parts = contents.flatMap((content) => (content.kind === "parts" ? content : []));
      if (parts.length < contents.length || parts.length === 0) return null;
      if (how === "add") {
        return {
          kind: "parts",
          numerator: sum(parts.map(({ numerator }) => numerator)),
          denominator: sum(parts.map(({ denominator }) => denominator)),
        };
      }
      const figures = parts.flatMap((content) => figureOf(content) ?? []);
      const [first] = figures;
      if (first === undefined) return parts[0] ?? null;
      if (how === "largest") return { kind: "share", value: figures.reduce(larger, first) };
      return { kind: "share", value: sum(figures).div(exact(figures.length)) };
    },
    knownPartsSay: () => "unknown",
    impliedBaseline: () => null,
  };
}
