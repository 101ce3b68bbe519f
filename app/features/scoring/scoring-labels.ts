import { basisLabels, planBasis } from "~/features/plan/plan-labels";
import type { ReportLabel } from "~/features/report/report-table";
import type { Words } from "~/i18n/words";
import type { ScoringPlan } from "./scoring-plan.server";

/** What the tables of a round are read from: the plan in force on 1 January, official values, known now. */
export const scoringLabels = ({ reading, cycle }: Pick<ScoringPlan, "reading" | "cycle">, { t }: Words): ReportLabel[] =>
  basisLabels(planBasis(reading, cycle.periodKey), cycle.periodKey, t);
