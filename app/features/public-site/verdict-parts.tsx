/** Verdicts in numbers: counts of a whole plan, tables with their statuses as tags. */
import { useTranslation } from "react-i18next";
import type { MeasureStatus } from "~/domain/facts";
import { printedPercent } from "~/domain/printing";
import type { VerdictCounts } from "~/domain/verdict-counts";
import { cellOf, type ReportTable as Table } from "~/features/report/report-table";
import { toTableModel } from "~/features/report/to-table-model";
import { useFormat } from "~/i18n/use-format";
import { KeyValue } from "~/ui/key-value";
import { PairedCounts } from "~/ui/paired-counts";
import { ReportTable } from "~/ui/report-table";
import { StackedBar } from "~/ui/stacked-bar";
import { FactTag, MEASURE_MARKS, StatusTag } from "~/ui/status-tag";

/** A table with its statuses as tags. */
export function StatusesTable({ table, csvHref }: { table: Table; csvHref: string }) {
  const print = useFormat();
  const model = toTableModel(table, print);
  const rows = model.rows.map((row, index) => {
    const { value, shown = "" } = cellOf(table.rows[index] ?? {}, "status");
    const status = value === "not_evaluated" ? null : (value as MeasureStatus | null);
    return { ...row, cells: { ...row.cells, status: { text: shown, content: <StatusTag status={status} bare /> } } };
  });
  // words of a status wrap: only codes never break
  const columns = model.columns.map((column) => (column.kind === "code" ? { ...column, kind: "text" as const } : column));
  return <ReportTable table={{ ...model, columns, rows }} csvHref={csvHref} />;
}

/** Full and partial never in one figure (rule 10); what they rest on below. */
export function VerdictsCard({ verdicts, counts }: { verdicts: VerdictCounts; counts: readonly { status: MeasureStatus | null; count: number }[] }) {
  const { t } = useTranslation();
  const { t: p } = useTranslation("public");
  const print = useFormat();
  if (verdicts.verdicts.total === 0) {
    return <section className="card stack-tight"><h2>{p("scorecard.evaluations")}</h2><p><FactTag fact="not_yet_evaluated" /> <span className="small muted">{p("scorecard.notEvaluated")}</span></p></section>;
  }
  const { fully, fullyOrPartly, low, high, fullyByGrade, verdicts: given } = verdicts;
  const rate = ({ rate: share, achieved, over }: typeof fully) => (share === null ? "—" : `${print.percent(printedPercent(share))} (${print.of(achieved, over)})`);
  const parts = counts.map(({ status, count }) => ({ label: status === null ? t("statuses.notYetEvaluated") : t(`statuses.measure.${status}`), count, tone: status === null ? "todo" as const : toneOf(status) }));
  return (
    <section className="card stack-tight">
      <h2>{p("scorecard.evaluations")}</h2>
      <PairedCounts pairs={[{ value: rate(fully), label: p("scorecard.fully") }, { value: rate(fullyOrPartly), label: p("scorecard.withPartial") }]} />
      <StackedBar parts={parts} />
      <KeyValue
        items={[
          low === null || high === null ? null : { label: p("scorecard.interval"), value: `${print.percentRange(printedPercent(low), printedPercent(high))}: ${p("scorecard.missing", { count: verdicts.missing })}` },
          { label: p("scorecard.byGrade"), value: (["documents", "independent", "word"] as const).map((grade) => `${p(`scorecard.${grade}`)}: ${print.number(fullyByGrade[grade])}`).join(" · ") },
        ]}
      />
      <p className="small muted">{p("scorecard.against", { above: given.above, below: given.below, aside: given.aside, total: given.total })}</p>
    </section>
  );
}

const toneOf = (status: MeasureStatus) => MEASURE_MARKS[status].tone as "done" | "part" | "prog" | "todo" | "fail" | "susp" | "cant" | "gone";
