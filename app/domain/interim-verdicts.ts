/**
 * Verdicts given before their measure is due: while a year runs, the last word of its quarters (rules 10 i and 17 of the
 * calculation rules). They are counted apart and enter no rate. Only final ones; a measure's latest period with one counts.
 */
import type { CalendarDate, Id, MeasureStatus, PeriodKey, VerdictFact } from "./facts";
import { groupBy } from "./group-by";
import type { MeasureReading } from "./measures-due";
import { comparePeriods, containsPeriod } from "./periods";
import type { PlanTree } from "./structure";
import { readVerdicts } from "./verdict-readings";

export interface InterimVerdicts {
  byStatus: Partial<Record<MeasureStatus, number>>;
  judged: number;
  /** measures whose date is ahead */
  of: number;
  /** the latest period a verdict is of; null = there is none */
  latest: PeriodKey | null;
}

interface Circumstances {
  periodKey: PeriodKey;
  today: CalendarDate;
  basisDate: CalendarDate;
}

/** `measures`: of the period, cut to the reader. */
export function interimVerdicts(tree: PlanTree, measures: readonly MeasureReading[], verdicts: readonly VerdictFact[], { periodKey, ...when }: Circumstances): InterimVerdicts {
  const finals = groupBy(verdicts.filter(({ stage, periodKey: key }) => stage === "final" && containsPeriod(periodKey, key)), ({ measureId }) => measureId);
  const ahead = measures.filter(({ state }) => state === "not_yet_due");
  const found = ahead.flatMap(({ measureId }) => lastWord(tree, measureId, finals.get(measureId) ?? [], when) ?? []);
  const byStatus: InterimVerdicts["byStatus"] = {};
  for (const { status } of found) byStatus[status] = (byStatus[status] ?? 0) + 1;
  return { byStatus, judged: found.length, of: ahead.length, latest: found.map(({ key }) => key).sort(comparePeriods).at(-1) ?? null };
}

function lastWord(tree: PlanTree, measureId: Id, finals: readonly VerdictFact[], when: Omit<Circumstances, "periodKey">): { status: MeasureStatus; key: PeriodKey } | null {
  const measure = tree.measureById.get(measureId);
  const key = finals.map(({ periodKey }) => periodKey).sort(comparePeriods).at(-1);
  if (measure === undefined || key === undefined) return null;
  const { status } = readVerdicts(measure, finals, { ...when, periodKey: key });
  return status === null ? null : { status, key };
}
