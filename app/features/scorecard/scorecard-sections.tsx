/** The tables and small cards below the headline. */
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { BacklogLine } from "~/ui/backlog-line";
import { CardHead } from "~/ui/card-head";
import { figureBeside, figureWords } from "~/ui/figure-reading";
import { HonestBar, HonestFigure } from "~/ui/honest-bar";
import { KeyValue } from "~/ui/key-value";
import { Link } from "~/ui/navigation";
import { ReportTable } from "~/ui/report-table";
import { StackedBar } from "~/ui/stacked-bar";
import { PaceLight, FactTag, Timeliness } from "~/ui/status-tag";
import type { TableRow } from "~/ui/table-model";
import { Formula } from "./headline";
import type { ScorecardPage, ScorecardRow } from "./scorecard-page";

export function GoalsTable({ page }: { page: ScorecardPage }) {
  const { t } = useTranslation();
  const print = useFormat();
  const row = (each: ScorecardRow): TableRow => ({
    key: each.key,
    cells: {
      title: { text: each.title, href: each.href ?? undefined },
      rate: { text: figureWords(each.figure, t, print), strong: true },
      bar: { text: "", content: <HonestBar reading={each.figure} size="row" />, detail: figureBeside(each.figure, t, print).slice(1).join(" · ") },
      achieved: each.achieved, underWay: each.underWay, due: each.due, reported: each.reported, measures: each.measures, verdicts: { text: each.verdicts.fully, detail: each.verdicts.withPartial ?? undefined }, outcomes: each.outcomes,
    },
  });
  return (
    <ReportTable
      csvHref={page.csv.goals}
      table={{
        caption: t("scorecard.byGoals"),
        columns: [
          { key: "title", head: t("plan.goal") }, { key: "rate", head: t("scorecard.share"), kind: "number" }, { key: "bar", head: t("scorecard.barHead"), kind: "bar" },
          { key: "achieved", head: t("scorecard.achieved"), kind: "number" }, { key: "underWay", head: t("scorecard.underWay"), kind: "number" },
          { key: "due", head: t("scorecard.dueHead"), kind: "number" }, { key: "reported", head: t("scorecard.reported"), kind: "number" }, { key: "measures", head: t("scorecard.measuresHead"), kind: "number" },
          { key: "verdicts", head: t("scorecard.verdictsHead"), kind: "number" },
          ...(page.outcomes ? [{ key: "outcomes", head: t("scorecard.outcomesHead"), kind: "number" as const }] : []),
        ],
        rows: page.goals.map(row),
        total: row(page.total),
      }}
    />
  );
}

/** Three columns of small cards: this year's, measures by date, what is left over and what else can be read. */
export function SmallCards({ page }: { page: ScorecardPage }) {
  return (
    <div className="columns columns-three">
      <div className="stack">
        {page.pace ? <PaceCard pace={page.pace} csvHref={page.csv.indicators} /> : null}
        <MeasuresByIndicators parts={page.measures} csvHref={page.csv.measures} />
      </div>
      {page.timeliness ? <TimelinessCard timeliness={page.timeliness} csvHref={page.csv.measures} /> : null}
      <div className="stack">
        {page.backlog ? <BacklogCard backlog={page.backlog} /> : null}
        <OtherReadings page={page} />
      </div>
    </div>
  );
}

function MeasuresByIndicators({ parts, csvHref }: { parts: ScorecardPage["measures"]; csvHref: string }) {
  const { t } = useTranslation();
  const print = useFormat();
  const tones = ["done", "part", "todo", "gone"] as const;
  return (
    <section className="card stack-tight">
      <CardHead title={t("scorecard.byMeasures")} csvHref={csvHref} />
      <StackedBar parts={parts.map(({ label, count }, index) => ({ label, count, tone: tones[index] ?? "gone" }))} />
      <table>
        <caption className="visually-hidden">{t("scorecard.byMeasures")}</caption>
        <tbody>
          {parts.map(({ label, count, percent }) => (
            <tr key={label}><th scope="row">{label}</th><td className="num">{print.number(count)}</td><td className="num">{percent}</td></tr>
          ))}
        </tbody>
      </table>
      <p className="small muted">{t("scorecard.byMeasuresNote")}</p>
    </section>
  );
}

function BacklogCard({ backlog }: { backlog: NonNullable<ScorecardPage["backlog"]> }) {
  const { t } = useTranslation();
  return (
    <section className="card stack-tight">
      <h2>{t("scorecard.backlog.title")}</h2>
      <BacklogLine backlog={backlog.line} />
      {backlog.cumulative ? <p className="small muted">{backlog.cumulative}</p> : null}
    </section>
  );
}

/** Measures by the original and by the extended date, side by side. */
function TimelinessCard({ timeliness, csvHref }: { timeliness: NonNullable<ScorecardPage["timeliness"]>; csvHref: string }) {
  const { t } = useTranslation();
  return (
    <section className="card stack-tight">
      <CardHead title={t("scorecard.timeliness.title")} csvHref={csvHref} />
      <table className="table-narrow">
        <caption className="visually-hidden">{t("scorecard.timeliness.title")}</caption>
        <thead><tr><th scope="col">{t("scorecard.timeliness.stateHead")}</th><th scope="col" className="num">{t("scorecard.timeliness.originalOn")}</th><th scope="col" className="num">{t("scorecard.timeliness.extendedOn")}</th></tr></thead>
        <tbody>
          {timeliness.rows.map(({ state, label, original, extended }) => (
            <tr key={state}><th scope="row">{label === null ? <Timeliness state={state} bare /> : label}</th><td className="num">{original}</td><td className="num">{extended}</td></tr>
          ))}
        </tbody>
        <tfoot><tr><th scope="row">{t("common.total")}</th><td className="num">{timeliness.total}</td><td className="num">{timeliness.total}</td></tr></tfoot>
      </table>
      <p className="small muted">{timeliness.moved} {t("scorecard.timeliness.text")}</p>
    </section>
  );
}

function OtherReadings({ page }: { page: Pick<ScorecardPage, "sigma" | "sigmaFormula" | "average"> }) {
  const { t } = useTranslation();
  return (
    <section className="card stack-tight">
      <h2>{t("scorecard.otherReadings")}</h2>
      <KeyValue
        items={[
          { label: t("scorecard.sigma"), value: page.sigma ?? <FactTag fact="not_computable" /> },
        ]}
      />
      {page.sigmaFormula ? <Formula formula={page.sigmaFormula} /> : null}
      <h3>{t("scorecard.toEnd")}</h3>
      <HonestFigure reading={page.average.toEnd} />
    </section>
  );
}

function PaceCard({ pace, csvHref }: { pace: NonNullable<ScorecardPage["pace"]>; csvHref: string }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <section className="card stack-tight">
      <CardHead title={t("scorecard.paceTitle")} csvHref={csvHref} />
      <table>
        <caption className="visually-hidden">{t("scorecard.paceTitle")}</caption>
        <tbody>
          <tr><th scope="row"><PaceLight light="on_track" /></th><td className="num">{print.number(pace.onTrack)}</td></tr>
          <tr><th scope="row"><PaceLight light="behind" /></th><td className="num">{print.number(pace.behind)}</td></tr>
          <tr><th scope="row"><PaceLight light="at_risk" /></th><td className="num">{print.number(pace.atRisk)}</td></tr>
          <tr><th scope="row">{t("scorecard.paceNone")}</th><td className="num">{print.number(pace.none)}</td></tr>
        </tbody>
        <tfoot><tr><th scope="row">{t("common.total")}</th><td className="num">{print.number(pace.total)}</td></tr></tfoot>
      </table>
      <p className="small muted">{t("scorecard.paceText")}</p>
    </section>
  );
}

export function AverageProgress({ page }: { page: ScorecardPage }) {
  const { t } = useTranslation();
  const print = useFormat();
  const { average } = page;
  return (
    <section className="stack" aria-labelledby="average">
      <div className="card stack-tight">
        <h2 id="average">{t("scorecard.averageProgress")}</h2>
        <p className="small muted">{t("scorecard.averageText")}</p>
        <HonestFigure reading={average.figure} />
        {average.partOf ? <p className="small"><FactTag fact="not_computable" /> {average.partOf}</p> : null}
        <Formula formula={average.formula}>{average.bridgeHref ? <Link to={average.bridgeHref}>{t("bridge.link")}</Link> : null}</Formula>
      </div>
      <ReportTable
        csvHref={page.csv.average}
        table={{
          caption: t("scorecard.averageByGoals"),
          columns: [
            { key: "title", head: t("plan.goal") }, { key: "value", head: t("scorecard.averageProgress"), kind: "number" },
            { key: "bar", head: t("scorecard.averageBarHead"), kind: "bar" }, { key: "leaves", head: t("scorecard.leavesHead"), kind: "number" },
          ],
          rows: average.rows.map((row) => ({
            key: row.key,
            cells: {
              title: { text: row.title, href: row.href ?? undefined },
              value: { text: figureWords(row.figure, t, print), strong: true },
              bar: { text: "", content: <><HonestBar reading={row.figure} size="row" /><div className="cell-detail">{figureBeside(row.figure, t, print).join(" · ")}</div><Formula formula={row.formula} /></> },
              leaves: row.leaves,
            },
          })),
        }}
      />
    </section>
  );
}

export function OutcomesTable({ outcomes, csvHref }: { outcomes: NonNullable<ScorecardPage["outcomes"]>; csvHref: string }) {
  const { t } = useTranslation();
  const print = useFormat();
  const row = (each: (typeof outcomes.rows)[number]): TableRow => ({
    key: each.key,
    cells: {
      title: { text: each.title, href: each.href ?? undefined },
      met: print.number(each.met), onTrack: print.number(each.onTrack), behind: print.number(each.behind),
      regressing: print.number(each.regressing), noData: print.number(each.noData), total: { text: print.number(each.total), strong: true },
    },
  });
  return (
    <section className="stack-tight">
      <ReportTable
        csvHref={csvHref}
        table={{
          caption: t("scorecard.outcomes"),
          columns: [
            { key: "title", head: t("plan.goal") }, { key: "met", head: t("plan.outcome.met"), kind: "number" }, { key: "onTrack", head: t("plan.outcome.on_track"), kind: "number" },
            { key: "behind", head: t("plan.outcome.behind"), kind: "number" }, { key: "regressing", head: t("plan.outcome.regressing"), kind: "number" },
            { key: "noData", head: t("plan.outcome.no_data"), kind: "number" }, { key: "total", head: t("common.total"), kind: "number" },
          ],
          rows: outcomes.rows.map(row),
          total: outcomes.total ? row(outcomes.total) : undefined,
        }}
      />
      <p className="medium"><b>{outcomes.fulfilled}</b></p>
      {outcomes.formula ? <Formula formula={outcomes.formula} /> : null}
      <p className="small muted">{t("scorecard.outcomesText")}</p>
    </section>
  );
}
