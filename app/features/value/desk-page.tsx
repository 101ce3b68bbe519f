/** The evaluator's desk: claim, figures, history and evidence on the left; the decision stays in view on the right. */
import { Link } from "~/ui/navigation";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { EntryForm } from "~/ui/entry-form";
import { TextArea } from "~/ui/fields";
import type { FormResult } from "~/ui/form-result";
import { Note } from "~/ui/panels";
import { ReportTable } from "~/ui/report-table";
import { INTENT_FIELD } from "~/ui/root-data";
import { SeriesChart } from "~/ui/series-chart";
import { stretchOf } from "../indicator/print-within";
import { DESK, deskPath, valuePath, versionsPath } from "./addresses";
import type { DeskView } from "./get-desk.server";
import { EvidenceList, isSilent, Said } from "./value-parts";
import { VersionsTable } from "./versions-table";

export function Claim({ desk }: { desk: DeskView }) {
  const { t } = useTranslation();
  const { claim } = desk;
  return (
    <div className="stack">
      <section className="card">
        <h2>{t("verification.desk.claim")}</h2>
        <p>
          <b>{claim.value}</b>
        </p>
        {isSilent(claim) ? <p className="medium muted">{t("verification.desk.noNarrative")}</p> : <Said version={claim} />}
      </section>
      <FactsTable desk={desk} />
      {desk.series ? <SeriesChart model={desk.series} size="column" /> : null}
      <section className="card">
        <h2>
          {t("verification.value.evidence")} <span className="muted">{claim.evidence.length}</span>
        </h2>
        {claim.evidence.length > 0 ? <EvidenceList evidence={claim.evidence} /> : <p className="medium muted">{t("verification.desk.noEvidence")}</p>}
      </section>
      {desk.earlier.length > 0 ? <VersionsTable versions={desk.earlier} caption={t("verification.desk.history")} csvHref={versionsPath(desk.id)} /> : null}
    </div>
  );
}

function FactsTable({ desk }: { desk: DeskView }) {
  const { t } = useTranslation();
  const print = useFormat();
  const { baseline, target, finalTarget, before, span } = desk.facts;
  const ofYear = (text: string | null | undefined) => (text ? { text, detail: stretchOf(span, "year", t) ?? undefined } : null);
  const columns = [
    { key: "name", head: t("entry.indicator") },
    ...(baseline ? [{ key: "baseline", head: t("verification.desk.baseline"), kind: "number" as const }] : []),
    ...(before ? [{ key: "before", head: t("entry.compare.last"), kind: "number" as const }] : []),
    { key: "actual", head: t("verification.desk.actual"), kind: "number" as const },
    ...(target ? [{ key: "target", head: t("verification.desk.target", { period: target.periodKey }), kind: "number" as const }] : []),
    ...(finalTarget ? [{ key: "final", head: t("verification.desk.finalTarget"), kind: "number" as const }] : []),
  ];
  return (
    <ReportTable
      table={{
        caption: t("verification.desk.facts"),
        columns,
        rows: [
          {
            key: "value",
            cells: {
              name: { text: desk.head.title, href: desk.head.href, detail: desk.head.code },
              baseline: ofYear(baseline),
              before: before && { text: before.value, detail: [stretchOf(span, "value", t), print.date(before.on)].filter(Boolean).join(", ") },
              actual: { text: desk.claim.value, strong: true, detail: stretchOf(span, "value", t) ?? undefined },
              target: ofYear(target?.value),
              final: ofYear(finalTarget),
            },
          },
        ],
      }}
    />
  );
}

export function DecisionForms({ desk, result, idempotencyKeys }: { desk: DeskView; result: FormResult | null; idempotencyKeys: { accept: string; return: string } }) {
  const { t } = useTranslation();
  if (desk.refusal !== null) {
    return (
      <section className="card stack-tight">
        <h2>{t("verification.desk.own")}</h2>
        <Note tone="warn">{t(`errors.reason.${desk.refusal as "own_submission"}`)}</Note>
        <Link to={valuePath(desk.id)}>{t("verification.desk.toValue")}</Link>
        <EntryForm main>{null}</EntryForm>
      </section>
    );
  }
  if (!desk.isWaiting) {
    return (
      <section className="card stack-tight">
        <h2>{t("verification.desk.decision")}</h2>
        <p className="medium">{t("verification.desk.notWaiting")}</p>
        <Link to={valuePath(desk.id)}>{t("verification.desk.toValue")}</Link>
        <EntryForm main>{null}</EntryForm>
      </section>
    );
  }
  const seen = (
    <>
      <input type="hidden" name="no" value={desk.claim.no} />
      <input type="hidden" name="decisions_seen" value={desk.decisionsSeen} />
    </>
  );
  return (
    <section className="card stack">
      <h2>{t("verification.desk.decision")}</h2>
      <EntryForm className="stack-tight" idempotencyKey={idempotencyKeys.accept}>
        {seen}
        <p className="medium">{t("verification.desk.acceptText", { value: desk.claim.value })}</p>
        <button className="button" name={INTENT_FIELD} value="accept">
          {t("verification.verify")}
        </button>
      </EntryForm>
      <EntryForm main className="stack-tight" result={result} idempotencyKey={idempotencyKeys.return}>
        {seen}
        <TextArea name="reason" label={t("verification.desk.returnReason")} hint={t("verification.desk.returnHint")} />
        <button className="button button-outline" name={INTENT_FIELD} value="return">
          {t("verification.return")}
        </button>
      </EntryForm>
      <p className="tiny muted">{t("verification.desk.undo")}</p>
      <Link className="small" to={valuePath(desk.id)}>{t("verification.desk.toValue")}</Link>
    </section>
  );
}

export function QueuePlace({ desk }: { desk: DeskView }) {
  const { t } = useTranslation();
  const print = useFormat();
  const { place } = desk;
  return (
    <div className="row small">
      <Link to={DESK}>{place ? t("verification.desk.place", { place: print.of(place.no, place.of) }) : t("verification.desk.toQueue")}</Link>
      {place ? (
        <span className="push-end row">
          {place.previous ? <Link to={deskPath(place.previous)}>← {t("verification.desk.previous")}</Link> : null}
          {place.next ? <Link to={deskPath(place.next)}>{t("verification.desk.next")} →</Link> : null}
        </span>
      ) : null}
    </div>
  );
}
