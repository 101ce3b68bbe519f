/**
 * What an edition is computed from: rules 18 and 19 of the calculation rules. "Roll-up input = structure cut to the
 * ceiling, official values, disruptions, verdicts, method, all at X; the edition's hash is the hash of exactly that
 * input" (shared model). Nothing above the ceiling is in it, so that a published hash tells nothing of what is closed.
 */
import { cutToCeiling, type CutPlan } from "./access";
import { exactText } from "./exact";
import type { DisruptionFact, Id, PlanStructure, ValueFact, VerdictFact } from "./facts";
import { hiddenIn, type ScorecardInput } from "./scorecard";

/** The facts of a plan at the cut-off, cut to the ceiling of the edition. */
export interface CutFacts {
  /** one a version, in the order given */
  versions: CutPlan[];
  /** seen in some version */
  values: ValueFact[];
  disruptions: DisruptionFact[];
  verdicts: VerdictFact[];
}

/** `levelsOf` is known for an edition: the version in force at its cut-off. */
type EditionScorecardInput = Pick<ScorecardInput, "versions" | "values" | "disruptions" | "verdicts" | "ceiling" | "reading" | "levelsOf">;

export function cutFacts({ versions, values, disruptions, verdicts, ceiling, reading, levelsOf }: EditionScorecardInput): CutFacts {
  const hidden = levelsOf === null ? new Set<Id>() : hiddenIn(levelsOf, versions, ceiling);
  const cuts = versions.map((structure) => cutToCeiling(structure, values, ceiling, reading, hidden));
  const seen = new Set(cuts.flatMap((cut) => cut.values.map(versionKey)));
  const ids = new Set(cuts.flatMap(({ structure }) => partIds(structure)));
  return {
    versions: cuts,
    values: values.filter((value) => seen.has(versionKey(value))),
    disruptions: disruptions.filter(({ scopeKind, scopeId }) => scopeKind === "agency" || scopeKind === "territory" || ids.has(scopeId)),
    verdicts: verdicts.filter(({ measureId }) => ids.has(measureId)),
  };
}

/** Which version of a value a figure stands on. */
export const versionKey = ({ measurementId, no }: Pick<ValueFact, "measurementId" | "no">) => `${measurementId}/${no}`;

export const partIds = ({ nodes, measures, indicators }: Pick<PlanStructure, "nodes" | "measures" | "indicators">): Id[] =>
  [nodes, measures, indicators].flatMap((parts: readonly { id: Id }[]) => parts.map(({ id }) => id));

/** Changes when the shape of what is digested does; an edition is checked by the form it was made in. */
const FORM = 1;

/** Everything that decides a figure, ready for `canonicalText`. */
export function editionInput(input: ScorecardInput) {
  const { periodKey, today, knownAt, ceiling, basis, reading, rulesVersion, policy } = input;
  const { versions, values, disruptions, verdicts } = cutFacts(input);
  return {
    form: FORM,
    asked: { periodKey, today, knownAt, ceiling, basis, reading },
    method: { rulesVersion, withheldBelow: exactText(policy.coverageWithheldBelow), finalFrom: exactText(policy.coverageFinalFrom) },
    versions: versions.map((cut) => ({ structure: cut.structure, values: cut.values.map(versionKey).sort(), cutPeriods: cut.cutPeriods })),
    values,
    disruptions,
    verdicts,
  };
}
