import type { PeriodKey } from "~/domain/facts";
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
  ceiling: PlanReading["ceiling"];
  basis: PlanReading["basis"];
  asked: string;
}

export function planBasis(reading: PlanReading): PlanBasis {
  const { structure } = reading.version;
  return {
    planCode: reading.plan.code,
    versionNo: structure.versionNo,
    inForceFrom: structure.inForceFrom,
    rulesVersion: reading.rulesVersion,
    knownAt: reading.knownAt,
    ceiling: reading.ceiling,
    basis: reading.basis,
    asked: reading.asked,
  };
}

export const basisLabels = (basis: PlanBasis, periodKey: PeriodKey | null, includesProvisional: boolean, t: Translate): ReportLabel[] =>
  readingLabels({ ...basis, cutOff: null, periodKey, includesProvisional }, t);
