/** Evaluated measures: the full rate large, the rate with partial ones apart from it, where every measure stands. */
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Link } from "~/ui/navigation";
import { StackedBar } from "~/ui/stacked-bar";
import { FactTag, MEASURE_MARKS, StatusTag } from "~/ui/status-tag";
import { Formula } from "./headline";
import type { StatusCount } from "./measure-statuses";
import type { VerdictCard } from "./verdict-card";

export function MeasuresCard({ card }: { card: VerdictCard }) {
  const { t } = useTranslation();
  return (
    <section className="card stack-tight" aria-labelledby="measures">
      <h2 id="measures">{t("scorecard.evaluated.measures")}</h2>
      <div className="row">
        <VerdictHero card={card} />
      </div>
      {card.counts.length > 0 ? <StatusBar counts={card.counts} /> : null}
      {card.byWord ? <p className="small muted">{card.byWord}</p> : null}
      {card.interim ? (
        <div className="stack-tight">
          <h3>{card.interim.title}</h3>
          <StatusBar counts={card.interim.counts} />
          <p className="small muted">{card.interim.of}</p>
        </div>
      ) : null}
      {card.ahead ? <p className="small muted">{card.ahead}</p> : null}
      {card.formula ? <Formula formula={card.formula}>{card.bridgeHref ? <Link to={card.bridgeHref}>{t("bridge.link")}</Link> : null}</Formula> : null}
      {card.lists.length > 0 ? (
        <details className="no-print">
          <summary>{t("scorecard.evaluated.measuresList")}</summary>
          {card.lists.map(({ status, measures }) => (
            <div key={status ?? "none"} className="stack-tight">
              <h3><StatusTag status={status} bare /></h3>
              <ul className="small contents">{measures.map(({ code, title, href }) => <li key={code}><Link to={href}><span className="nowrap">{code}</span> {title}</Link></li>)}</ul>
            </div>
          ))}
        </details>
      ) : null}
    </section>
  );
}

/** The full rate large, the rate with partial ones apart from it; or why there is no rate. */
function VerdictHero({ card: { hero, state, range, bounds, judged, due } }: { card: VerdictCard }) {
  const { t } = useTranslation();
  if (hero) {
    const figure = hero.percent.replace(/[\s\u00a0]?%$/, "");
    return (
      <>
        <span><span className="hero">{figure}<span className="hero-unit">{hero.percent.slice(figure.length)}</span></span>{state === "preliminary" ? <span className="medium"> {t("statuses.coverage.preliminary")}</span> : null}</span>
        <div><b>{hero.of}</b><br /><span className="small muted">{hero.withPartial}<br />{bounds}</span></div>
      </>
    );
  }
  if (state === "nothing_due") return <span className="hero hero-withheld">{t("statuses.fact.not_yet_due").toLocaleLowerCase()}</span>;
  if (state === "withheld") return <><span className="hero hero-withheld">{range}</span> <span className="small muted">{t("statuses.coverage.withheld")}: {judged}</span></>;
  return <><FactTag fact="not_yet_evaluated" /> <span className="small muted">{due}</span></>;
}

function StatusBar({ counts }: { counts: readonly StatusCount[] }) {
  const { t } = useTranslation();
  const print = useFormat();
  const word = (status: StatusCount["status"]) => (status === null ? t("statuses.notYetEvaluated") : t(`statuses.measure.${status}`));
  return (
    <div>
      <StackedBar height={22} parts={counts.map(({ status, count }) => ({ label: word(status), count, tone: status === null ? "todo" : MEASURE_MARKS[status].tone }))} />
      <ul className="legend">
        {counts.map(({ status, count }) => <li key={status ?? "none"}><StatusTag status={status} bare>{word(status)} {print.number(count)}</StatusTag></li>)}
      </ul>
    </div>
  );
}
