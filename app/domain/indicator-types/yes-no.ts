/** Yes/no: 1 or 0 (rule 4). Of several bodies, yes only when each says yes. */
import { ONE, ZERO } from "../exact";
import type { Content } from "../facts";
import type { IndicatorType } from "./indicator-type";

const figureOf = (content: Content) => (content.kind === "yes_no" ? (content.value ? ONE : ZERO) : null);

export const yesNoType: IndicatorType = {
  contentKinds: ["yes_no"],
  isAdditiveNumber: false,
  figureOf,
  rankOf: figureOf,
  overTime: (aggregation) => (aggregation === "maximum" ? "largest" : "latest"),
  overBodies: () => "add",
  combine(contents, how) {
    const answers = contents.flatMap((content) => (content.kind === "yes_no" ? content.value : []));
    if (answers.length === 0) return null;
    return { kind: "yes_no", value: how === "largest" ? answers.some(Boolean) : answers.every(Boolean) };
  },
  knownPartsSay: () => "at_most",
  // nothing said = the thing is not there yet: "no" before a target of yes, "yes" before a target of no
  impliedBaseline: (target) => (target?.kind === "yes_no" ? { kind: "yes_no", value: !target.value } : null),
};
