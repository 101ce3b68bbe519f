import type { ReportTable as Table } from "~/features/report/report-table";
import { cellOf } from "~/features/report/report-table";
import { toTableModel } from "~/features/report/to-table-model";
import type { IndicatorState } from "~/features/indicator/indicator-state";
import { IndicatorStateTag } from "~/features/indicator/state-tag";
import type { Exclusion } from "~/domain/reading";
import { useFormat } from "~/i18n/use-format";
import { ReportTable } from "~/ui/report-table";
import { PaceLight, type LightCode } from "~/ui/status-tag";

/** Indicators of a measure or goal: state and pace drawn as marks beside their words. */
export function IndicatorsCard({ table, csvHref }: { table: Table; csvHref: string }) {
  const print = useFormat();
  const model = toTableModel(table, print);
  const rows = model.rows.map((row, index) => {
    const source = table.rows[index] ?? {};
    const state = cellOf(source, "state").value as IndicatorState | null;
    const pace = cellOf(source, "pace");
    return {
      ...row,
      cells: {
        ...row.cells,
        state: state === null ? null : {
          text: state,
          detail: cellOf(source, "state").detail,
          content: (
            <>
              <IndicatorStateTag state={state} exclusion={cellOf(source, "exclusion").value as Exclusion | null} />
              {pace.value === null ? null : <><PaceLight light={pace.value as LightCode} /><div className="tiny muted">{pace.detail}</div></>}
            </>
          ),
        },
      },
    };
  });
  // its words wrap: only codes never break
  const columns = model.columns.map((column) => (column.key === "state" ? { ...column, kind: "text" as const } : column));
  return <ReportTable table={{ ...model, columns, rows }} csvHref={csvHref} />;
}
