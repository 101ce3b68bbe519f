/** The one figure a scorecard is about, with what is not known beside it and the way to its formula. */
import { CardHead } from "~/ui/card-head";
import { Link } from "~/ui/navigation";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { isKnown } from "~/ui/figure-reading";
import { FormulaCard } from "~/ui/formula-card";
import { HonestFigure } from "~/ui/honest-bar";
import { PairedCounts } from "~/ui/paired-counts";
import { BarSwatch, Legend, StackedBar } from "~/ui/stacked-bar";
import { FactTag } from "~/ui/status-tag";
import type { FormulaText } from "./formulas";
import type { ScorecardPage } from "./scorecard-page";

export function Headline({ headline }: { headline: ScorecardPage["headline"] }) {
  const { t } = useTranslation();
  const print = useFormat();
  const { figure, counts } = headline;
  return (
    <section className="card stack" aria-labelledby="implementation">
      <h2 id="implementation">{t("scorecard.implementation")}</h2>
      <HonestFigure reading={figure} hero>
        {headline.achievedLine ? <><b>{headline.achievedLine}</b><br /></> : null}
        {headline.underWayLine ? <span className="muted medium">{headline.underWayLine}</span> : null}
        {headline.notDueLine ? <span className="muted medium">{headline.notDueLine}</span> : null}
      </HonestFigure>
      {isKnown(figure) ? (
        <Legend
          items={[
            <span key="known"><BarSwatch kind="known" /> {t("scorecard.legend.achieved", { count: counts.achieved })}</span>,
            <span key="unknown"><BarSwatch kind="unknown" /> {t("scorecard.legend.unknown", { count: counts.missing, range: print.percentRange(figure.low, figure.high) })}</span>,
            <span key="empty"><BarSwatch kind="empty" /> {t("scorecard.legend.known", { count: counts.known })}</span>,
            <span key="coverage"><BarSwatch kind="coverage" /> {t("scorecard.legend.coverage", { of: print.of(counts.reported, counts.due), percent: print.percent(figure.coverage) })}</span>,
          ]}
        />
      ) : null}
      <Formula formula={headline.formula} open>
        <Link to={headline.listHref}>{headline.listWords}</Link>
        {headline.bridgeHref ? <Link to={headline.bridgeHref}>{t("bridge.link")}</Link> : null}
      </Formula>
    </section>
  );
}

export function Formula({ formula, open = false, children }: { formula: FormulaText; open?: boolean; children?: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <FormulaCard equation={formula.equation ?? t("scorecard.averageNone")} result={formula.equation === null ? null : formula.result} items={formula.items} about={formula.about} open={open}>
      {children}
    </FormulaCard>
  );
}

export function Totals({ page }: { page: Pick<ScorecardPage, "totals" | "nextLines"> }) {
  const { t } = useTranslation();
  return (
    <section className="card stack-tight">
      <h2>{t("scorecard.summary")}</h2>
      <PairedCounts pairs={page.totals} />
      <ul className="plain small muted">
        {page.nextLines.map((line) => <li key={line}>{line}</li>)}
      </ul>
    </section>
  );
}

/** What a rate rests on: documents seen, other sources, the body's word (rule 10 i); and how verdicts differ from what was suggested. */
export function EvidenceCard({ evidence, csvHref }: { evidence: ScorecardPage["evidence"]; csvHref: string }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <section className="card stack-tight">
      <CardHead title={t("scorecard.evidence")} csvHref={csvHref} />
      {evidence.splits.length === 0 ? <p><FactTag fact="not_yet_evaluated" /></p> : null}
      {evidence.splits.map(({ title, parts, formula }) => (
        <div key={title} className="stack-tight">
          <p className="small medium">{title}</p>
          <StackedBar parts={parts.map(({ label, count, tone }) => ({ label, count, tone }))} />
          <table>
            <caption className="visually-hidden">{title}</caption>
            <tbody>
              {parts.map(({ label, count, percent }) => (
                <tr key={label}><th scope="row">{label}</th><td className="num">{print.number(count)}</td><td className="num">{percent}</td></tr>
              ))}
            </tbody>
          </table>
          <Formula formula={formula} />
        </div>
      ))}
      {evidence.lines.map((line) => <p key={line} className="small muted">{line}</p>)}
    </section>
  );
}
