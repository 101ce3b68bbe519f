/**
 * A qualitative scale counts only if declared ordinal (rule 4): then its figure is the position, from 1. Of several
 * bodies the lowest position counts.
 */
import { exact } from "../exact";
import type { IndicatorType } from "./indicator-type";

export const scaleType: IndicatorType = {
  contentKinds: ["scale"],
  isAdditiveNumber: false,
  figureOf: (content, { scale }) => (content.kind === "scale" && scale?.ordinal ? exact(content.position) : null),
  rankOf: (content, { scale }) => (content.kind === "scale" && scale?.ordinal ? exact(content.position) : null),
  overTime: (aggregation) => (aggregation === "maximum" ? "largest" : "latest"),
  overBodies: () => "add",
  combine(contents, how) {
    const positions = contents.flatMap((content) => (content.kind === "scale" ? content.position : []));
    if (positions.length === 0) return null;
    return { kind: "scale", position: how === "largest" ? Math.max(...positions) : Math.min(...positions) };
  },
  knownPartsSay: () => "at_most",
  impliedBaseline: () => null,
};
