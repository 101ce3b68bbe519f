/** The evaluators' queue: which round, then its measures; statuses and lights drawn as marks beside their words. */
import { useTranslation } from "react-i18next";
import { cellOf, type ReportTable as Table } from "~/features/report/report-table";
import { toTableModel } from "~/features/report/to-table-model";
import { useFormat } from "~/i18n/use-format";
import { SelectField } from "~/ui/fields";
import { Form, Link } from "~/ui/navigation";
import { ReportTable } from "~/ui/report-table";
import { FactTag, PaceLight, StatusTag, type LightCode, type MeasureStatusCode } from "~/ui/status-tag";
import { queuePath, scoringPath } from "./addresses";
import type { RoundChoice as Round, ScoringQueue } from "./get-scoring-queue.server";
import { isToDo } from "./scoring-state";

export function RoundChoice({ rounds, chosen }: { rounds: readonly Round[]; chosen: Round }) {
  const { t } = useTranslation();
  const print = useFormat();
  const plans = [...new Set(rounds.map(({ planCode }) => planCode))];
  const periods = rounds.filter(({ planCode }) => planCode === chosen.planCode).map(({ periodKey }) => periodKey);
  return (
    <div className="stack-tight no-print">
      <nav className="row small" aria-label={t("scoring.queue.plan")}>
        <span className="muted">{t("scoring.queue.plan")}:</span>
        {plans.map((plan) => (plan === chosen.planCode ? <b key={plan} aria-current="page">{plan}</b> : <Link key={plan} to={queuePath(plan, null)}>{plan}</Link>))}
      </nav>
      <Form method="get" className="filters" key={`${chosen.planCode} ${chosen.periodKey}`}>
        <input type="hidden" name="plan" value={chosen.planCode} />
        <SelectField name="period" label={t("common.period")} width="10" options={periods.map((key) => ({ value: key, label: print.period(key) }))} defaultValue={chosen.periodKey} />
        <button className="button button-outline">{t("common.filter")}</button>
      </Form>
    </div>
  );
}

/** The first measure that an evaluator can do something about now. */
export function ScoringStart({ queue }: { queue: ScoringQueue }) {
  const { t } = useTranslation();
  const first = queue.rows.find((row) => row.isDue && isToDo(row));
  if (first === undefined) return null;
  return <div className="actions"><Link className="button" to={scoringPath(queue.round.planCode, queue.round.periodKey, first.code)}>{t("scoring.queue.start")}</Link></div>;
}

export function ScoringTable({ table, csvHref }: { table: Table; csvHref: string }) {
  const print = useFormat();
  const model = toTableModel(table, print);
  const rows = model.rows.map((row, index) => {
    const source = table.rows[index] ?? {};
    const statusMark = (key: string) => {
      const { value, shown } = cellOf(source, key);
      return value === null ? (shown ?? "") : { text: shown ?? "", content: <StatusTag status={value as MeasureStatusCode} bare={key === "claimed"} /> };
    };
    const state = cellOf(source, "state");
    const status = cellOf(source, "status").value as MeasureStatusCode | null;
    const pace = cellOf(source, "pace").value as LightCode | null;
    return {
      ...row,
      cells: {
        ...row.cells,
        suggested: statusMark("suggested"),
        claimed: statusMark("claimed"),
        state: { text: state.shown ?? "", content: state.value === "final" ? <StatusTag status={status} /> : <StateTag state={state.value} words={state.shown ?? ""} /> },
        pace: pace === null ? "" : { text: "", content: <PaceLight light={pace} /> },
      },
    };
  });
  // its words wrap: only codes never break
  const columns = model.columns.map((column) => (column.kind === "code" ? { ...column, kind: "text" as const } : column));
  return <ReportTable table={{ ...model, columns, rows }} csvHref={csvHref} />;
}

function StateTag({ state, words }: { state: string | null; words: string }) {
  return <FactTag fact={state === "none" ? "not_yet_evaluated" : state === "partly" ? "provisional" : "draft"}>{words}</FactTag>;
}
