import { dayEndedAt } from "~/domain/dates";
import type { CalendarDate, PeriodKey } from "~/domain/facts";
import { basisDate } from "~/domain/scorecard";
import { readingLabels } from "~/features/report/reading-labels";
import type { ReportLabel } from "~/features/report/report-table";
import type { Translate } from "~/i18n/catalogue";
import type { PlanReading } from "./plan-reading";

/** What the figures of a plan's own pages are read from: by default the current plan, verified values, known now. */
export interface PlanBasis {
  planCode: string;
  versionNo: number;
  inForceFrom: string;
  rulesVersion: number;
  knownAt: string;
  /** the day it is known at the end of; null = at a moment */
  knownOn: CalendarDate | null;
  ceiling: PlanReading["ceiling"];
  basis: PlanReading["basis"];
  /** the day the basis holds at (rule 15) */
  basisDate: CalendarDate;
  includesProvisional: boolean;
  /** end of the address of other reading pages, read as this one */
  asked: string;
}

export function planBasis(reading: PlanReading, periodKey: PeriodKey): PlanBasis {
  const { structure } = reading.version;
  return {
    planCode: reading.plan.code,
    versionNo: structure.versionNo,
    inForceFrom: structure.inForceFrom,
    rulesVersion: reading.rulesVersion,
    knownAt: reading.knownAt,
    knownOn: dayEndedAt(reading.knownAt),
    ceiling: reading.ceiling,
    basis: reading.basis,
    basisDate: basisDate({ basis: reading.basis, periodKey, today: reading.today }, structure),
    includesProvisional: reading.valuesRead === "including_provisional",
    asked: reading.asked,
  };
}

export const basisLabels = (basis: PlanBasis, periodKey: PeriodKey | null, t: Translate): ReportLabel[] => readingLabels({ ...basis, cutOff: null, periodKey }, t);
