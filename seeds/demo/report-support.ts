import { addDays } from "../../app/domain/dates";
import { period, periodOfDate } from "../../app/domain/periods";
import { kyivTime } from "../kyiv-time";
import { supportFile, type SupportIndicator } from "../source-files";
import { authorOf, senderOf } from "./accounts";
import { evaluatorFor } from "./evaluator-for";
import { measuresOf } from "./plan-draft";
import type { Report, ReportedContent } from "./reported";
import { shortRound, type Round } from "./rounds";
import { SUPPORT_PLAN, supportPlan } from "./support-plan";

/** Notes on published values; the file has them in English. */
const NOTES_UK: Record<string, string> = { "delivery expected soon": "передача очікується найближчим часом (delivery expected soon)" };

/** Published values at their dates, recorded the day they were published and checked against the source a week later. */
export function supportReport(): Report {
  const measures = new Map(measuresOf(supportPlan()).map((measure) => [measure.code, measure]));
  const report: Report = { values: [], decisions: [] };
  for (const measure of supportFile().objectives.flatMap((component) => component.measures)) {
    for (const indicator of measure.indicators) {
      const agency = indicator.agency ?? measure.lead;
      for (const { on, value, qualifier, source, note } of indicator.observations) {
        const key = { plan: SUPPORT_PLAN, indicator: indicator.code, agency, period: periodOfDate(on, "half_yearly"), no: 1 };
        const at = kyivTime(on, "12:00");
        report.values.push({
          ...key, round: { period: key.period, kind: "half_yearly" }, at, author: authorOf(agency), sent: { by: senderOf(agency), at },
          content: published(indicator, value), qualifier: qualifier === "at least" ? "at_least" : undefined, observedOn: on, source,
          comment: note ? (NOTES_UK[note] ?? note) : null,
        });
        const by = evaluatorFor({ agency, measure: measures.get(measure.code) ?? null, access: "public" }, SUPPORT_PLAN, on);
        report.decisions.push({ ...key, seq: 1, at: kyivTime(addDays(on, 7), "12:00"), by, decision: "accepted" });
      }
    }
  }
  return report;
}

function published(indicator: SupportIndicator, value: number | boolean | string): ReportedContent {
  if (typeof value === "boolean") return { kind: "yes_no", yesNo: value };
  if (typeof value === "number") return { kind: "number", value: String(value) };
  return { kind: "stage", stage: (indicator.stages ?? []).findIndex((stage) => stage.code === value) + 1 };
}

/** Half-years in which something was published, and the one that holds today. */
export function supportRounds(report: Report, today: string): Round[] {
  const keys = new Set([...report.values.map((value) => value.period), periodOfDate(today, "half_yearly")]);
  return [...keys].filter((key) => period(key).startsOn <= today).sort().map((key) => shortRound(key, "half_yearly"));
}
