/** The figure of indicators on top and the worst problems below it. */
import { useTranslation } from "react-i18next";
import { Formula } from "~/features/scorecard/headline";
import { useFormat } from "~/i18n/use-format";
import { HonestFigure } from "~/ui/honest-bar";
import { Link } from "~/ui/navigation";
import { FactTag, PaceLight } from "~/ui/status-tag";
import { CardHead } from "~/ui/card-head";
import type { OverviewView } from "./overview-page";
import type { ProblemRow } from "./problem-rows";

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
      <Formula formula={card.formula}>
        <Link to={card.listHref}>{card.listWords}</Link>
        {card.bridgeHref ? <Link to={card.bridgeHref}>{t("bridge.link")}</Link> : null}
      </Formula>
    </section>
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
