/**
 * A scorecard computed once for the same facts and the same question. The computation is a pure function (domain), so
 * the same objects and the same plain values give the same figures; facts that were read anew are other objects.
 */
import { assembleScorecard, type Scorecard, type ScorecardInput } from "~/domain/scorecard";
import { frozen } from "~db/frozen";

/** Different questions about the same facts: periods, bases and ceilings that people look at side by side. */
const KEPT = 6;

interface Computed {
  input: ScorecardInput;
  scorecard: Scorecard;
}

/** By the list of values, which lives as long as the facts are kept. */
const computed = new WeakMap<ScorecardInput["values"], Computed[]>();

/** `assembleScorecard`. Throws DomainError no_plan_version. */
export function computeOnce(input: ScorecardInput): Scorecard {
  const kept = computed.get(input.values) ?? [];
  const { scorecard } = kept.find((each) => isSame(each.input, input)) ?? remember(kept, input);
  // the moment is printed, not computed with: "known now" is the same until something is recorded
  return { ...scorecard, label: { ...scorecard.label, knownAt: input.knownAt } };
}

function remember(kept: readonly Computed[], input: ScorecardInput): Computed {
  const made = { input, scorecard: frozen(assembleScorecard(input)) };
  computed.set(input.values, [made, ...kept].slice(0, KEPT));
  return made;
}

function isSame({ versions, knownAt: _moment, ...one }: ScorecardInput, { versions: others, ...other }: ScorecardInput): boolean {
  const sameVersions = versions.length === others.length && versions.every((version, index) => version === others[index]);
  return sameVersions && (Object.keys(one) as (keyof typeof one)[]).every((name) => one[name] === other[name]);
}
