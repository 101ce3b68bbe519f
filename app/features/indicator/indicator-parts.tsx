/** Parts of an indicator's page: marks under the title, notes, formulas, the table of values, the passport. */
import { useTranslation } from "react-i18next";
import type { ReasonCode } from "~/domain/facts";
import { cellOf, type ReportTable as Table } from "~/features/report/report-table";
import { toTableModel } from "~/features/report/to-table-model";
import { BasisNote } from "~/features/plan/plan-reading-line";
import type { PlanBasis } from "~/features/plan/plan-labels";
import { useFormat } from "~/i18n/use-format";
import { FormulaCard } from "~/ui/formula-card";
import { KeyValue } from "~/ui/key-value";
import { LocalText } from "~/ui/local-text";
import { Note } from "~/ui/panels";
import { ReportTable } from "~/ui/report-table";
import { FactTag, PaceLight } from "~/ui/status-tag";
import type { IndicatorView } from "./indicator-view";
import type { PassportView } from "./passport-view";
import type { FormulaView } from "./progress-formula";
import { IndicatorStateTag, ValueStateTag } from "./state-tag";
import type { ValueRow } from "./value-rows";

export function IndicatorMarks({ view }: { view: IndicatorView }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <>
      {view.provisionalPeriod === null ? null : <FactTag fact="provisional">{t("indicator.provisionalTag", { period: print.period(view.provisionalPeriod) })}</FactTag>}
      {view.standing === null ? null : <IndicatorStateTag state={view.standing.state} period={view.standing.period} exclusion={view.standing.exclusion} />}
      {view.disputed.length > 0 ? <FactTag fact="disputed" /> : null}
      {view.access === "restricted" ? <FactTag fact="restricted" /> : null}
      {view.pace === null ? null : <PaceLight light={view.pace.light} progress={view.pace.progress} expected={view.pace.expected} />}
      <span className="small muted">{view.facts.filter(Boolean).join(" · ")}</span>
    </>
  );
}

export function IndicatorNotes({ view }: { view: IndicatorView }) {
  const { t } = useTranslation();
  const lines = [
    view.access === "restricted" ? t("plan.restrictedNote") : null,
    view.pace?.interpolated ? t("indicator.interpolated") : null,
    view.noPace === "open_ended" ? t("indicator.openEndedNoPace") : view.noPace === "once_a_year" ? t("indicator.noPaceOnceAYear") : null,
    view.targetShare === null ? null : t("indicator.suspendedShare", { percent: view.targetShare }),
  ].filter((line): line is string => line !== null);
  return (
    <>
      {view.disputed.map((text, index) => (
        <Note tone="warn" key={index}>
          <b>{t("indicator.disputedTag")}.</b> {t("indicator.disputedText", { text: "" })}<LocalText text={text} />
        </Note>
      ))}
      {lines.length > 0 ? <p className="small muted">{lines.join(" · ")}</p> : null}
    </>
  );
}

export function IndicatorFormulas({ formulas, basis }: { formulas: readonly FormulaView[]; basis: PlanBasis }) {
  const { t } = useTranslation();
  const print = useFormat();
  const stand = (
    <>
      <BasisNote basis={basis} /> · {t("formula.dataAt", { moment: print.moment(basis.knownAt) })} · {t(`csv.ceiling.${basis.ceiling}`)}
    </>
  );
  return (
    <div className="columns columns-two">
      {formulas.map((formula) => (
        <FormulaCard
          key={formula.about}
          summary={`${t("formula.summary")}: ${formula.about}`}
          equation={formula.equation ?? ""}
          result={formula.result ?? formula.items.find(({ label }) => label === t("indicator.result"))?.value ?? null}
          items={[...formula.items, { label: t("formula.planAndRules"), value: stand }]}
        />
      ))}
    </div>
  );
}

export function ValuesCard({ table, csvHref }: { table: Table; csvHref: string }) {
  const print = useFormat();
  const model = toTableModel(table, print);
  const rows = model.rows.map((row, index) => {
    const source = table.rows[index];
    const state = row.cells.state;
    if (source === undefined || state === null || state === undefined || typeof state === "string") return row;
    if (cellOf(source, "state").value === "baseline") return row;
    const reason = cellOf(source, "reason").value as ReasonCode | null;
    const code = cellOf(source, "state").value as ValueRow["state"];
    return { ...row, cells: { ...row.cells, state: { ...state, content: <ValueStateTag state={code} reason={reason} words={state.text} /> } } };
  });
  return <ReportTable table={{ ...model, rows }} csvHref={csvHref} tall={rows.length > 16} />;
}

export function PassportCard({ passport }: { passport: PassportView }) {
  const { t } = useTranslation();
  return (
    <section className="card stack-tight">
      <h2>{t("indicator.passport")}</h2>
      {passport.warnings.length > 0 ? (
        <Note tone="warn">
          <ul className="small">{passport.warnings.map((warning) => <li key={warning}>{warning}</li>)}</ul>
        </Note>
      ) : null}
      <KeyValue items={passport.rows.map(({ label, value }) => ({ label, value: typeof value === "string" ? value : <LocalText text={value} /> }))} />
    </section>
  );
}
