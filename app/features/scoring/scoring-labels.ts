import { planBasis } from "~/features/plan/plan-labels";
import { readingLabels } from "~/features/report/reading-labels";
import type { ReportLabel } from "~/features/report/report-table";
import type { Words } from "~/i18n/words";
import type { ScoringPlan } from "./scoring-plan.server";

/** What the tables of a round are read from: the plan in force on 1 January, official values, known now. */
export const scoringLabels = ({ reading, cycle }: Pick<ScoringPlan, "reading" | "cycle">, { t }: Words): ReportLabel[] =>
  readingLabels({ ...planBasis(reading), basis: reading.basis, cutOff: null, periodKey: cycle.periodKey, includesProvisional: false }, t);
