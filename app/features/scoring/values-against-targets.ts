/** Values of a measure against the targets of the period, the final target beside: what an evaluator judges. Pure. */
import type { IndicatorFact } from "~/domain/facts";
import { finalTarget } from "~/domain/targets";
import { printTarget } from "~/features/indicator/print-content";
import { indicatorsTable } from "~/features/plan/indicators-table";
import { column, type ReportTable } from "~/features/report/report-table";
import type { Words } from "~/i18n/words";
import { scoringLabels } from "./scoring-labels";
import type { ScoredMeasure, ScoringPlan } from "./scoring-plan.server";

export function valuesAgainstTargets(plan: ScoringPlan, { reading, measure, readings }: ScoredMeasure, words: Words): ReportTable {
  const { t } = words;
  const input = { reading, readings, period: plan.cycle.periodKey, name: measure.fact.code, labels: scoringLabels({ reading, cycle: plan.cycle }, words) };
  const table = indicatorsTable(measure.indicators, input, words);
  const after = table.columns.findIndex(({ key }) => key === "target") + 1;
  const final = column("final", t("scoring.finalTarget"), "number", "page");
  const finalInFile = column("final_words", t("scoring.finalTarget"), "text", "file");
  const printed = (indicator: IndicatorFact) => {
    const target = finalTarget(indicator, measure.fact.dueOn)?.target ?? null;
    return target === null ? null : printTarget(target, indicator, reading.version.passports[indicator.id]?.unit ?? null, words);
  };
  return {
    ...table,
    name: `scoring-${table.name}`,
    columns: [...table.columns.slice(0, after), final, ...table.columns.slice(after), finalInFile],
    rows: table.rows.map((row, index) => {
      const indicator = measure.indicators[index];
      const target = indicator === undefined ? null : printed(indicator);
      return { ...row, final: { value: null, shown: target ?? "—" }, final_words: target };
    }),
  };
}
