/** The evidence side of the evaluators' screen: claim, values against targets, history, evidence, what interrupted it. */
import { useTranslation } from "react-i18next";
import type { MeasureChange } from "~/domain/measure-changes";
import type { ReportTable } from "~/features/report/report-table";
import { deskPath, valuePath } from "~/features/value/addresses";
import { useFormat } from "~/i18n/use-format";
import { Link } from "~/ui/navigation";
import { Note } from "~/ui/panels";
import { SeriesChart } from "~/ui/series-chart";
import { StatusTag } from "~/ui/status-tag";
import { IndicatorsCard } from "../plan/indicators-card";
import { Disruptions } from "../plan/measure-parts";
import { EvidenceList, Said, TextOf } from "../value/value-parts";
import { queuePath, scoringPath } from "./addresses";
import type { ScoringMeasureView } from "./get-scoring-measure.server";
import type { ClaimView } from "./read-claims.server";
import { VerdictHistory } from "./verdict-parts";

export function ScoringDesk({ view, table }: { view: ScoringMeasureView; table: ReportTable }) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <ClaimsCard view={view} />
      {view.waiting.length > 0 ? <Waiting view={view} /> : null}
      {table.rows.length > 0 ? <IndicatorsCard table={table} csvHref={`${scoringPath(view.planCode, view.periodKey, view.code)}/values.csv`} /> : <Note>{t("plan.noIndicators")}</Note>}
      {view.series.length > 0 ? (
        <section className="columns columns-two" aria-label={t("scoring.history")}>
          {view.series.map((model) => <SeriesChart key={model.title} model={model} size="small" />)}
        </section>
      ) : null}
      <section className="card stack-tight">
        <h2>{t("verification.value.evidence")} <span className="muted">{view.evidence.length}</span></h2>
        {view.evidence.length > 0 ? <EvidenceList evidence={view.evidence} /> : <p className="medium muted">{t("verification.desk.noEvidence")}</p>}
      </section>
      <Disruptions disruptions={view.disruptions} />
      <PlanChanges changes={view.changes} />
      <VerdictHistory verdicts={view.history} title={t("scoring.verdicts")} />
    </div>
  );
}

function ClaimsCard({ view }: { view: ScoringMeasureView }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <section className="card stack-tight">
      <h2>{t("scoring.claim.title")}</h2>
      {view.claims.map((claim) => <Claim key={claim.id} claim={claim} />)}
      {view.statements.map((said) => (
        <div key={said.key} className="stack-tight">
          <p className="small">
            <Link to={valuePath(said.measurementId)}>{said.code}, {print.period(said.periodKey)}</Link>{" "}
            <span className="muted">{[said.agency, said.isProvisional ? t("verification.value.waiting") : null].filter(Boolean).join(" · ")}</span>
          </p>
          <Said version={said} />
        </div>
      ))}
      {view.claims.length + view.statements.length === 0 ? <p className="medium muted">{t("scoring.claim.none")}</p> : null}
    </section>
  );
}

/** What the body claims of the whole measure, and the document it names. */
export function Claim({ claim }: { claim: ClaimView }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <div className="stack-tight">
      <div className="row row-middle">
        <b>{claim.agency}</b>
        <StatusTag status={claim.status} bare />
        <span className="small muted">{[print.period(claim.periodKey), print.moment(claim.at, { zone: false })].join(" · ")}</span>
      </div>
      {claim.documentNo === null ? <p className="small muted">{t("scoring.claim.noDocument")}</p> : <p className="medium">{t("scoring.claim.document", { no: claim.documentNo, on: claim.documentOn === null ? "" : print.date(claim.documentOn) })}</p>}
      {claim.text === null ? null : <p className="medium">«<TextOf text={claim.text} />»</p>}
    </div>
  );
}

/** Values that are not verified yet are no part of the suggestion: they are verified, or returned with a reason, first. */
function Waiting({ view }: { view: ScoringMeasureView }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <Note tone="warn">
      <p>{t("scoring.waiting")}</p>
      <ul className="small">
        {view.waiting.map((each) => (
          <li key={each.measurementId}><Link to={deskPath(each.measurementId)}>{each.code}, {print.period(each.periodKey)}, {each.agency}</Link></li>
        ))}
      </ul>
    </Note>
  );
}

export function PlanChanges({ changes }: { changes: readonly MeasureChange[] }) {
  const { t } = useTranslation();
  const words = useChangeWords();
  if (changes.length === 0) return null;
  return (
    <section className="card stack-tight">
      <h2>{t("scoring.changes.heading")}</h2>
      <ul className="medium">{changes.map((change) => <li key={`${change.versionNo} ${change.kind}`}>{words(change)}</li>)}</ul>
    </section>
  );
}

/** "Редакція 2, чинна з 01.08.2026: строк з 31.12.2028 на 31.12.2029" */
export function useChangeWords(): (change: MeasureChange) => string {
  const { t } = useTranslation();
  const print = useFormat();
  const date = (day: string | null) => (day === null ? t("scoring.changes.noDate") : print.date(day));
  return ({ versionNo, inForceFrom, kind, from, to, codes }) =>
    `${t("scoring.amendmentOf", { no: versionNo, date: print.date(inForceFrom) })}: ${t(`scoring.changes.${kind}`, { from: date(from), to: date(to), codes: codes.join(", ") })}`;
}

export function ScoringPlace({ view }: { view: ScoringMeasureView }) {
  const { t } = useTranslation();
  const print = useFormat();
  const { place } = view;
  const period = print.period(view.periodKey);
  return (
    <div className="row small">
      <Link to={queuePath(view.planCode, view.periodKey)}>{place ? t("scoring.place", { period, place: print.of(place.no, place.of) }) : t("scoring.toQueue", { period })}</Link>
      {place ? (
        <span className="push-end row">
          {place.previous ? <Link to={place.previous}>← {t("verification.desk.previous")}</Link> : null}
          {place.next ? <Link to={place.next}>{t("verification.desk.next")} →</Link> : null}
        </span>
      ) : null}
    </div>
  );
}
