/** The two figures on top and the worst problems below them. */
import { useTranslation } from "react-i18next";
import { Formula } from "~/features/scorecard/headline";
import { useFormat } from "~/i18n/use-format";
import { HonestFigure } from "~/ui/honest-bar";
import { Link } from "~/ui/navigation";
import { StackedBar } from "~/ui/stacked-bar";
import { FactTag, MEASURE_MARKS, PaceLight, StatusTag } from "~/ui/status-tag";
import { CardHead } from "~/ui/card-head";
import type { OverviewView } from "./overview-page";
import type { ProblemRow } from "./problem-rows";
import type { StatusCount, VerdictCard } from "./verdict-card";

export function IndicatorsCard({ card }: { card: OverviewView["indicators"] }) {
  const { t } = useTranslation();
  const print = useFormat();
  const { figure, pace } = card;
  return (
    <section className="card stack-tight" aria-labelledby="indicators">
      <h2 id="indicators">{t("leadership.indicators")}</h2>
      <HonestFigure reading={figure} hero>
        {card.of ? <><Link to={card.listHref}><b>{card.of}</b></Link><br /></> : null}
        <span className="small muted">{card.of ? card.bounds : card.notDue}</span>
      </HonestFigure>
      {card.reported || card.nextLines.length > 0 ? (
        <ul className="plain small muted">
          {card.reported ? <li>{[card.reported, card.awaiting, card.notDue].filter(Boolean).join(" · ")}</li> : null}
          {card.nextLines.map((line) => <li key={line}>{line}</li>)}
        </ul>
      ) : null}
      {pace ? (
        <>
          <dl className="pairs pairs-pace">
            {pace.lights.map(({ light, count, href }) => (
              <div key={light}><dt><PaceLight light={light} /></dt><dd>{count > 0 ? <Link to={href}>{print.number(count)}</Link> : print.number(count)}</dd></div>
            ))}
            <div><dt>{t("leadership.noPace")}</dt><dd>{print.number(pace.none)}</dd></div>
          </dl>
          <p className="tiny muted">{t("leadership.paceNote")}</p>
        </>
      ) : null}
      <Formula formula={card.formula}><Link to={card.listHref}>{card.listWords}</Link></Formula>
    </section>
  );
}

export function MeasuresCard({ card }: { card: VerdictCard }) {
  const { t } = useTranslation();
  return (
    <section className="card stack-tight" aria-labelledby="measures">
      <h2 id="measures">{t("leadership.measures")}</h2>
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
      {card.formula ? <Formula formula={card.formula} /> : null}
      {card.lists.length > 0 ? (
        <details className="no-print">
          <summary>{t("leadership.measuresList")}</summary>
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

export function ProblemsCard({ problems, csvHref }: { problems: OverviewView["problems"]; csvHref: string }) {
  const { t } = useTranslation();
  return (
    <section className="card stack-tight">
      <CardHead title={t("leadership.problems.title")} csvHref={csvHref} />
      {problems.rows.length === 0 ? <p className="medium muted">{t("leadership.problems.none")}</p> : <ol className="rows problems">{problems.rows.map((row) => <ProblemLine key={row.href} row={row} />)}</ol>}
      {problems.all ? <p className="tiny muted">{problems.all}</p> : null}
    </section>
  );
}

function ProblemLine({ row }: { row: ProblemRow }) {
  return (
    <li>
      <div><Link to={row.href}>{row.title}</Link></div>
      <div className="rows-end small"><ProblemMark row={row} /><div>{row.next}</div></div>
      <div className="small muted problem-said">
        {row.said}
        {row.others ? <span className="no-print"> · <Link to={row.others.href}>{row.others.words}</Link></span> : null}
      </div>
    </li>
  );
}

/** The light where rule 14 gives one; else the fact, never a grey light. */
function ProblemMark({ row: { kind, light } }: { row: ProblemRow }) {
  const { t } = useTranslation();
  if (kind === "not_reported") return <FactTag fact="not_reported" bare />;
  return kind === "not_achieved" ? <FactTag fact="not_yet_evaluated" bare>{t("leadership.problems.notAchieved")}</FactTag> : <PaceLight light={light} />;
}
