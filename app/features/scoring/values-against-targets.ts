/** Values of a measure against the targets of the period, the final target beside: what an evaluator judges. Pure. */
import { finalTarget } from "~/domain/targets";
import { printTarget, unitWord } from "~/features/indicator/print-content";
import { indicatorsTable, targetCell } from "~/features/plan/indicators-table";
import { cellOf, column, type ReportTable } from "~/features/report/report-table";
import type { Words } from "~/i18n/words";
import { scoringLabels } from "./scoring-labels";
import type { ScoredMeasure, ScoringPlan } from "./scoring-plan.server";

/** As the measure's own table, narrower by a column: how far it is stands under the state. */
export function valuesAgainstTargets(plan: ScoringPlan, { reading, measure, readings }: ScoredMeasure, words: Words): ReportTable {
  const { t, print } = words;
  const input = { reading, readings, period: plan.cycle.periodKey, name: measure.fact.code, labels: scoringLabels({ reading, cycle: plan.cycle }, words) };
  const table = indicatorsTable(measure.indicators, input, words);
  const columns = table.columns.filter(({ key }) => key !== "progress_words");
  const after = columns.findIndex(({ key }) => key === "target") + 1;
  return {
    ...table,
    name: `scoring-${table.name}`,
    columns: [...columns.slice(0, after), column("final", t("scoring.finalTarget"), "number", "page"), ...columns.slice(after), column("final_words", t("scoring.finalTarget"), "text", "file")],
    rows: measure.indicators.map((indicator, index) => {
      const row = table.rows[index] ?? {};
      const unit = reading.version.passports[indicator.id]?.unit ?? null;
      const target = finalTarget(indicator, measure.fact.dueOn)?.target ?? null;
      const progress = cellOf(row, "progress_words");
      const state = cellOf(row, "state");
      return {
        ...row,
        state: state.value === null ? null : { ...state, detail: [progress.shown === "—" ? null : progress.shown, progress.detail].filter(Boolean).join(", ") || undefined },
        final: targetCell(target, indicator, unitWord(indicator, unit, print) === "%" ? unit : null, words),
        final_words: target === null ? null : printTarget(target, indicator, unit, words),
      };
    }),
  };
}
