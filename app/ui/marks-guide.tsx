/** Help: how to read the marks. Every state in its real component, so that help cannot say what pages do not show. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TFunction } from "i18next";
import { useFormat } from "~/i18n/use-format";
import type { Format } from "~/i18n/formatter";
import { HonestFigure } from "./honest-bar";
import type { FigureReading } from "./figure-reading";
import { Page } from "./page";
import { ReportTable } from "./report-table";
import { SeriesChart } from "./series-chart";
import type { SeriesModel } from "./series-model";
import { FactTag, MEASURE_MARKS, PaceLight, StatusTag, Timeliness, type FactCode, type LightCode, type MeasureStatusCode, type TimelinessCode } from "./status-tag";
import type { TableModel } from "./table-model";

const FACTS: readonly FactCode[] = ["verified", "provisional", "submitted", "returned", "draft", "not_reported", "no_data", "not_collected", "restricted", "not_yet_due", "not_computable", "not_yet_evaluated", "disputed"];
const TIMES: readonly TimelinessCode[] = ["on_time", "late", "overdue", "not_yet_due"];
const LIGHTS: readonly LightCode[] = ["on_track", "behind", "at_risk"];
const REASONS = {
  not_reported: "missing", dash_unclear: "missing", no_data: "missing", not_collected: "missing", lost: "missing",
  not_applicable: "excluded", cannot_exist: "excluded", suspended: "excluded", restricted: "cut",
} as const;

export function MarksGuide() {
  const { t } = useTranslation();
  const print = useFormat();
  const series = useMemo(() => exampleSeries(t), [t]);
  return (
    <Page title={t("help.title")} sub={t("help.lead")} crumbs={[{ label: t("shell.help") }, { label: t("help.title") }]}>
      <div className="stack">
        <section className="card stack-tight">
          <h2>{t("help.bar.title")}</h2>
          <p className="medium prose">{t("help.bar.text")}</p>
          <div className="columns columns-two">
            {barExamples(t, print).map(({ words, reading }) => (
              <div key={words} className="stack-tight">
                <HonestFigure reading={reading} />
                <p className="small muted">{words}</p>
              </div>
            ))}
          </div>
        </section>
        <section className="card stack-tight">
          <h2>{t("help.verdicts.title")}</h2>
          <p className="medium">{t("help.verdicts.text")}</p>
          <div className="row row-middle">{(Object.keys(MEASURE_MARKS) as MeasureStatusCode[]).map((status) => <StatusTag key={status} status={status} />)}</div>
          <h3>{t("help.facts.title")}</h3>
          <p className="medium">{t("help.facts.text")}</p>
          <div className="row row-middle">{FACTS.map((fact) => <FactTag key={fact} fact={fact} />)}</div>
          <h3>{t("help.time.title")}</h3>
          <p className="medium">{t("help.time.text")}</p>
          <div className="row row-middle">{TIMES.map((state) => <Timeliness key={state} state={state} />)}</div>
          <h3>{t("help.pace.title")}</h3>
          <p className="medium">{t("help.pace.text")}</p>
          <div className="row">{LIGHTS.map((light, index) => <PaceLight key={light} light={light} progress={print.number(["40.0", "34.0", "17.8"][index] ?? "0")} expected={print.number(["40.5", "40.5", "25.0"][index] ?? "0")} />)}</div>
        </section>
        <section className="stack-tight">
          <h2>{t("help.reasons.title")}</h2>
          <p className="medium">{t("help.reasons.text")}</p>
          <ReportTable table={reasonTable(t)} captionHidden />
        </section>
        <section className="stack-tight">
          <h2>{t("help.chart.title")}</h2>
          <p className="medium prose">{t("help.chart.text")}</p>
          <SeriesChart model={series} />
        </section>
      </div>
    </Page>
  );
}

/** Two plans, a gap with its reason between them, a provisional last value. */
function exampleSeries(t: TFunction): SeriesModel {
  const verified = (date: string, value: string) => ({ date, value, provisional: false });
  return {
    title: t("help.chart.example"),
    unit: "%",
    lines: [
      {
        name: t("help.chart.earlier"),
        from: "2020-01-01",
        points: [verified("2020-12-31", "52"), verified("2021-06-30", "58"), verified("2021-12-31", "63")],
        targets: [{ date: "2021-12-31", value: "60" }, { date: "2022-12-31", value: "66" }],
        baseline: null,
      },
      {
        name: t("help.chart.later"),
        from: "2025-12-01",
        points: [verified("2025-12-31", "71"), verified("2026-06-30", "74.5"), { date: "2026-09-30", value: "76", provisional: true }],
        targets: [{ date: "2026-12-31", value: "78" }, { date: "2028-12-31", value: "100" }],
        baseline: { date: "2025-12-31", value: "71" },
      },
    ],
    gaps: [{ from: "2022-02-24", to: "2025-11-30", reason: t("statuses.fact.not_collected"), detail: t("help.chart.gapDetail") }],
    summary: t("help.chart.summary"),
  };
}

/** The states of the calculation rules' own examples. */
function barExamples(t: TFunction, print: Format): { words: string; reading: FigureReading }[] {
  return [
    { words: t("help.bar.final"), reading: { state: "final", value: "64.6", low: "64.6", high: "69.6", coverage: "94.9", reported: 75, due: 79, achieved: 51 } },
    { words: t("help.bar.partial"), reading: { state: "final", value: "6.9", low: "6.9", high: "6.9", coverage: "100.0", reported: 29, due: 29, achieved: 2, withPartial: "10.3" } },
    { words: t("help.bar.preliminary"), reading: { state: "preliminary", value: "70.0", low: "40.0", high: "73.3", coverage: "66.7", reported: 4, due: 6, achieved: null } },
    { words: t("help.bar.withheld"), reading: { state: "withheld", value: null, low: "30.0", high: "96.7", coverage: "33.3", reported: 1, due: 3, achieved: null } },
    { words: t("help.bar.noData"), reading: { state: "no_data", due: 4 } },
    { words: t("help.bar.zero"), reading: { state: "final", value: "0.0", low: "0.0", high: "0.0", coverage: "100.0", reported: 4, due: 4, achieved: 0 } },
    { words: t("help.bar.suspended"), reading: { state: "suspended", due: 3, note: t("help.bar.suspendedNote", { date: print.date("2022-02-24") }) } },
    { words: t("help.bar.notYetDue"), reading: { state: "not_yet_due", due: 2, note: t("help.bar.dueNote", { date: print.date("2027-12-31") }) } },
    { words: t("help.bar.restricted"), reading: { state: "restricted", due: 1, note: t("help.bar.restrictedNote") } },
  ];
}

function reasonTable(t: TFunction): TableModel {
  return {
    caption: t("help.reasons.title"),
    columns: [
      { key: "word", head: t("help.reasons.word") },
      { key: "code", head: t("help.reasons.code"), kind: "code" },
      { key: "effect", head: t("help.reasons.effect") },
    ],
    rows: (Object.keys(REASONS) as (keyof typeof REASONS)[]).map((code) => ({
      key: code,
      cells: { word: t(`statuses.reason.${code}`), code, effect: t(`help.reasons.${REASONS[code]}`) },
    })),
  };
}
