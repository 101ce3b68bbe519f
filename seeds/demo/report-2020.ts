import { addDays } from "../../app/domain/dates";
import { kyivTime } from "../kyiv-time";
import { seedNumber } from "../seed-id";
import { pastPlanFile, type PastIndicator, type PastMeasure } from "../source-files";
import { authorOf, senderOf } from "./accounts";
import { evaluatorFor } from "./evaluator-for";
import { PAST_PLAN, pastPlan } from "./plan-2020";
import { measuresOf } from "./plan-draft";
import type { Report, ReportedContent, ReportedDecision, ReportedValue } from "./reported";

const ROUND = { period: "2020", kind: "annual" } as const;

/**
 * What the bodies reported for 2020, from the plan's `planned` and `reported` alone; whether that is an achievement is
 * for the calculation to say. Nothing is known of later years, and nothing is made up.
 */
export function report2020(): Report {
  const measures = new Map(measuresOf(pastPlan()).map((measure) => [measure.code, measure]));
  const report: Report = { values: [], decisions: [] };
  for (const measure of pastMeasures()) {
    for (const indicator of measure.indicators) {
      const value = reportedValue(measure, indicator);
      if (value === null) continue;
      report.values.push(value);
      const by = evaluatorFor({ agency: measure.lead, measure: measures.get(measure.code) ?? null, access: "public" }, measure.lead);
      report.decisions.push(accepted(value, by));
    }
  }
  return report;
}

const pastMeasures = () =>
  pastPlanFile().subsections.flatMap((section) => section.goals.flatMap((goal) => goal.tasks.flatMap((task) => task.subtasks.flatMap((sub) => sub.measures))));

/** Bodies report between 18 February and 15 March 2021, each in one submission. */
function reportedValue(measure: PastMeasure, indicator: PastIndicator): ReportedValue | null {
  const result = indicator.result2020;
  const content = result === null ? null : reportedContent(indicator);
  if (result === null || content === null) return null;
  const at = kyivTime(addDays("2021-02-18", seedNumber(25, "2020", measure.lead)), "11:20");
  const achievedWords = result.statusText.uk === "показник виконано";
  return {
    plan: PAST_PLAN, indicator: indicator.code, agency: measure.lead, period: "2020", round: ROUND, no: 1, at, author: authorOf(measure.lead),
    sent: { by: senderOf(measure.lead), at: measure.lead === "SMS" ? kyivTime(addDays(at.slice(0, 10), 1), "09:40") : at }, content,
    observedOn: "2020-12-31", narrative: achievedWords ? null : result.statusText.uk,
  };
}

/** A milestone is reported by the number of its stage: the planned words are the first; other words would be none (rule 4). */
function reportedContent(indicator: PastIndicator): ReportedContent | null {
  const { planned, reported } = indicator.result2020 ?? { planned: null, reported: null };
  if (reported === null) return null;
  if (indicator.valueMode === "milestone") return { kind: "stage", stage: reported === planned ? 1 : 0 };
  if (indicator.valueMode === "yesno") return { kind: "yes_no", yesNo: reported === "так" };
  return { kind: indicator.unit === "pct" ? "share" : "number", value: String(reported) };
}

/** Reviewed between 17 March and 5 April 2021, before the consolidated report. */
function accepted(value: ReportedValue, by: string): ReportedDecision {
  const { plan, indicator, agency, period, no } = value;
  const at = kyivTime(addDays("2021-03-17", seedNumber(20, "2020 review", agency)), "15:05");
  return { plan, indicator, agency, period, no, seq: 1, at, by, decision: "accepted" };
}
