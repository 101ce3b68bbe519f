/** A number that counts or measures: bodies add up, sub-periods by declared aggregation (rule 8). */
import { exact, larger, sum } from "../exact";
import type { Aggregation, Content } from "../facts";
import type { IndicatorType, OverTime } from "./indicator-type";

export const OVER_TIME: Record<Aggregation, OverTime> = {
  flow: "add",
  stock: "latest",
  cumulative_entered: "latest",
  average: "mean",
  maximum: "largest",
  ratio_of_sums: "add",
};

const figureOf = (content: Content) => (content.kind === "number" ? content.value : null);

export const numberType: IndicatorType = {
  contentKinds: ["number"],
  isAdditiveNumber: true,
  figureOf,
  rankOf: figureOf,
  overTime: (aggregation) => (aggregation === null ? "latest" : OVER_TIME[aggregation]),
  overBodies(aggregation) {
    if (aggregation === "average") return "mean";
    return aggregation === "maximum" ? "largest" : "add";
  },
  combine(contents, how) {
    const values = contents.flatMap((content) => figureOf(content) ?? []);
    const [first] = values;
    if (first === undefined) return null;
    if (how === "largest") return { kind: "number", value: values.reduce(larger, first) };
    const total = sum(values);
    return { kind: "number", value: how === "add" ? total : total.div(exact(values.length)) };
  },
  knownPartsSay: (aggregation) => (aggregation === "average" || aggregation === "maximum" || aggregation === "ratio_of_sums" ? "unknown" : "at_least"),
  impliedBaseline: () => null,
};
