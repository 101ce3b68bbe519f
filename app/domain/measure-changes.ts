/**
 * What each amendment did to one measure (rule 15 of the calculation rules): an evaluator judges against targets and dates,
 * so a change of them during the evaluation is named beside the verdict. Compared are the versions as accepted, in order of
 * their numbers; wording is compared too, as the measure may have come to mean something else.
 *
 * `sees`: indicators the reader may know of; a change of one they may not is not told (rule 18).
 */
import { canonicalText } from "./canonical";
import type { CalendarDate, Id, IndicatorFact, MeasureFact, PlanStructure } from "./facts";

export type MeasureChangeKind = "added" | "dropped" | "title" | "starts_on" | "due_on" | "executors" | "indicators_added" | "indicators_dropped" | "targets";

export interface MeasureChange {
  planVersionId: Id;
  versionNo: number;
  inForceFrom: CalendarDate;
  kind: MeasureChangeKind;
  /** dates: what it was and what it is; null = none */
  from: CalendarDate | null;
  to: CalendarDate | null;
  /** indicators: their printed codes */
  codes: string[];
}

export function changesOfMeasure(versions: readonly PlanStructure[], measureId: Id, sees: (indicatorId: Id) => boolean): MeasureChange[] {
  const ordered = [...versions].sort((a, b) => a.versionNo - b.versionNo);
  return ordered.slice(1).flatMap((version, index) => {
    const before = partOf(ordered[index] ?? version, measureId, sees);
    const after = partOf(version, measureId, sees);
    const head = { planVersionId: version.planVersionId, versionNo: version.versionNo, inForceFrom: version.inForceFrom };
    return between(before, after).map((change) => ({ ...head, from: null, to: null, codes: [], ...change }));
  });
}

interface MeasurePart {
  fact: MeasureFact;
  indicators: ReadonlyMap<Id, IndicatorFact>;
}

function partOf({ measures, indicators }: PlanStructure, measureId: Id, sees: (id: Id) => boolean): MeasurePart | null {
  const fact = measures.find(({ id }) => id === measureId);
  if (fact === undefined) return null;
  return { fact, indicators: new Map(indicators.filter((each) => each.measureId === measureId && sees(each.id)).map((each) => [each.id, each])) };
}

type Change = Pick<MeasureChange, "kind"> & Partial<Pick<MeasureChange, "from" | "to" | "codes">>;

function between(before: MeasurePart | null, after: MeasurePart | null): Change[] {
  if (before === null) return after === null ? [] : [{ kind: "added" }];
  if (after === null) return [{ kind: "dropped" }];
  const changes: Change[] = [];
  if (!isSame(before.fact.title, after.fact.title)) changes.push({ kind: "title" });
  if (before.fact.startsOn !== after.fact.startsOn) changes.push({ kind: "starts_on", from: before.fact.startsOn, to: after.fact.startsOn });
  if (before.fact.dueOn !== after.fact.dueOn) changes.push({ kind: "due_on", from: before.fact.dueOn, to: after.fact.dueOn });
  if (!isSame(executorsIn(before), executorsIn(after))) changes.push({ kind: "executors" });
  const both = [...after.indicators.values()].filter(({ id }) => before.indicators.has(id));
  const named = (kind: MeasureChangeKind, codes: string[]) => (codes.length > 0 ? changes.push({ kind, codes }) : 0);
  named("indicators_added", codesOf(after, before));
  named("indicators_dropped", codesOf(before, after));
  named("targets", both.filter((each) => !isSame(targetsOf(before.indicators.get(each.id)), targetsOf(each))).map(({ code }) => code));
  return changes;
}

const executorsIn = ({ fact }: MeasurePart) => fact.executors.map(({ agencyId, role, byConsent }) => [agencyId, role, byConsent]);
const targetsOf = (indicator: IndicatorFact | undefined) => [indicator?.baseline, indicator?.targets, indicator?.totalTarget, indicator?.holdRange];
const codesOf = (one: MeasurePart, other: MeasurePart) => [...one.indicators.values()].filter(({ id }) => !other.indicators.has(id)).map(({ code }) => code);

const isSame = (a: unknown, b: unknown) => canonicalText(a) === canonicalText(b);
